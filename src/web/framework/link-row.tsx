// One skill of a framework: what it is read as, how surely and by which words; opened, what else it may be read as.
import { useId, useState } from 'react'
import type { Framework } from '../../core/framework/framework.ts'
import type { ExplainedLink } from '../../core/linking/explain-links.ts'
import { MOST_KNOWN } from '../../core/linking/link-correction.ts'
import { SkillOptions } from '../parts/skill-options.tsx'
import { linksWords } from '../words/links.ts'
import { quoted, skillName } from '../words/names.ts'

/** The nearest; the others are among the choices. */
const SHOWN = 3

interface Props {
  framework: Framework
  /** The framework that the reader learned. */
  learned: Framework
  link: ExplainedLink
  /** What the person said instead; null where nothing. */
  corrected: readonly string[] | null
  /** Null takes the correction back. */
  onCorrect: (known: string[] | null, name: string) => void
}

export function LinkRow(props: Props) {
  const { framework, link } = props
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const name = skillName(framework, link.skill)
  return (
    <li className="links-row">
      <div className="links-said">
        <h3 className="links-skill">{name}</h3>
        <ReadAs {...props} name={name} />
      </div>
      <div className="links-tools">
        <button
          type="button"
          className="button"
          data-look="plain"
          aria-label={isOpen ? undefined : linksWords.correctOf(name)}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? linksWords.done : linksWords.correct}
        </button>
      </div>
      <div id={id} className="links-choices" hidden={!isOpen}>
        {isOpen ? <Choices {...props} name={name} /> : null}
      </div>
    </li>
  )
}

function ReadAs({ learned, link, corrected, name, onCorrect }: Props & { name: string }) {
  if (corrected !== null)
    return (
      <p>
        {corrected.length === 0
          ? linksWords.none
          : corrected.map((one) => skillName(learned, one)).join(', ')}{' '}
        <span className="quiet small">{linksWords.byYou}</span>{' '}
        <button
          type="button"
          className="button links-undo"
          data-look="plain"
          aria-label={linksWords.asFoundOf(name)}
          onClick={() => onCorrect(null, name)}
        >
          {linksWords.asFound}
        </button>
      </p>
    )
  if (link.isLearned) return <p className="quiet">{linksWords.theSame}</p>
  if (link.found.length === 0) return <p className="quiet">{linksWords.noneFound}</p>
  return (
    <ul className="links-found">
      {link.found.slice(0, SHOWN).map(({ skill, share, words }) => (
        <li key={skill}>
          {skillName(learned, skill)} <span className="quiet small">{linksWords.sure(share)}</span>
          {words.length === 0 ? null : (
            <span className="quiet small">, {linksWords.by(words.map(quoted).join(', '))}</span>
          )}
        </li>
      ))}
      {link.found.length > SHOWN ? (
        <li className="quiet small">{linksWords.andMore(link.found.length - SHOWN)}</li>
      ) : null}
    </ul>
  )
}

function Choices(props: Props & { name: string }) {
  const { learned, link, corrected, name } = props
  const found = link.found.map(({ skill }) => skill)
  const chosen = corrected ?? found
  // What was found stays in the list, so that a tick can be put back.
  const offered = [...new Set([...found, ...chosen])]
  const toggle = (skill: string) => {
    const known = chosen.includes(skill) ? chosen.filter((one) => one !== skill) : [...chosen, skill]
    const isAsFound = known.length === found.length && found.every((one) => known.includes(one))
    props.onCorrect(isAsFound ? null : known.slice(0, MOST_KNOWN), name)
  }
  const isFull = chosen.length >= MOST_KNOWN
  return (
    <fieldset>
      <legend className="visually-hidden">{linksWords.legend(name)}</legend>
      <div className="choices">
        {offered.map((skill) => (
          <label key={skill} className="choice">
            <input
              type="checkbox"
              checked={chosen.includes(skill)}
              disabled={isFull && !chosen.includes(skill)}
              onChange={() => toggle(skill)}
            />
            <span>{skillName(learned, skill)}</span>
          </label>
        ))}
        {isFull ? null : (
          <SkillOptions framework={learned} taken={offered} label={linksWords.another} onChoose={toggle} />
        )}
      </div>
      <p className="field-hint">{isFull ? linksWords.most(MOST_KNOWN) : linksWords.hint}</p>
    </fieldset>
  )
}
