// The skills that an entry may show: proposed from its words, chosen by the person, with a level and behaviours on request.
import { useEffect, useMemo, useRef } from 'react'
import type { SupportedSkill } from '../../core/evidence/evidence.ts'
import { proposeSkills } from '../../core/evidence/propose-skills.ts'
import type { Framework, Skill } from '../../core/framework/framework.ts'
import { findSkill } from '../../core/framework/look-up.ts'
import { useSettled } from '../data/use-settled.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { StillToCome } from '../parts/later.tsx'
import { SkillOptions } from '../parts/skill-options.tsx'
import { useTold } from '../told/use-told.ts'
import { evidenceWords } from '../words/evidence.ts'
import { skillName } from '../words/names.ts'

interface Props {
  framework: Framework
  text: string
  chosen: readonly SupportedSkill[]
  onChange: (skills: SupportedSkill[]) => void
}

/** Milliseconds of rest before words are looked at. */
const REST = 250
/** Of feedback there are corrections; entries are read as they are. */
const NO_CORRECTIONS: readonly never[] = []
/** So many of what is offered have a key of their own. */
const MOST_KEYS = 9

export function EvidenceSkills({ framework, text, chosen, onChange }: Props) {
  const { proposed, isLate } = useProposed(framework, text)
  // What is ticked stays where it is: nothing moves under a finger.
  const offered = [
    ...new Set([...chosen.map(({ skill }) => skill).filter((id) => !proposed.includes(id)), ...proposed]),
  ]
  const isChosen = (id: string) => chosen.some(({ skill }) => skill === id)
  const toggle = (id: string) =>
    onChange(
      isChosen(id)
        ? chosen.filter(({ skill }) => skill !== id)
        : [...chosen, { skill: id, level: null, behaviours: [], note: '' }],
    )
  useAltDigits((place) => {
    const id = offered[place]
    if (id !== undefined) toggle(id)
  })
  const change = (changed: SupportedSkill) =>
    onChange(chosen.map((one) => (one.skill === changed.skill ? changed : one)))
  return (
    <fieldset className="evidence-skills">
      <legend className="field-label">{evidenceWords.skills}</legend>
      {isLate ? <StillToCome /> : null}
      <div className="choices">
        {offered.map((id, place) => (
          <label key={id} className="choice">
            <input
              type="checkbox"
              checked={isChosen(id)}
              aria-keyshortcuts={place < MOST_KEYS ? `Alt+${place + 1}` : undefined}
              onChange={() => toggle(id)}
            />
            <span>{skillName(framework, id)}</span>
          </label>
        ))}
        <SkillOptions framework={framework} taken={offered} label={evidenceWords.another} onChoose={toggle} />
      </div>
      {offered.length === 0 ? null : (
        <p className="field-hint evidence-enter">{evidenceWords.keys(Math.min(offered.length, MOST_KEYS))}</p>
      )}
      {chosen.map((one) => {
        const skill = findSkill(framework, one.skill)
        return skill === undefined ? null : (
          <LevelOf key={one.skill} framework={framework} skill={skill} chosen={one} onChange={change} />
        )
      })}
    </fieldset>
  )
}

/** Read by a thread of its own, which comes with the first words; until it has answered the last proposals stand. */
function useProposed(framework: Framework, text: string): { proposed: string[]; isLate: boolean } {
  const settled = useSettled(text, REST)
  const { text: read, parts, failed } = useTold(framework, settled, NO_CORRECTIONS)
  const proposed = useMemo(() => {
    if (read.trim() === '') return []
    return proposeSkills(framework, read, failed ? null : parts)
  }, [framework, read, parts, failed])
  return { proposed, isLate: read !== text }
}

/** Calls with the place, from 0, when Alt and a digit are pressed; Alt alone would type a sign on some keyboards. */
function useAltDigits(onDigit: (place: number) => void) {
  const latest = useRef(onDigit)
  latest.current = onDigit
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const [, digit] = /^(?:Digit|Numpad)([1-9])$/.exec(event.code) ?? []
      if (digit === undefined || !event.altKey || event.ctrlKey || event.metaKey) return
      event.preventDefault()
      latest.current(Number(digit) - 1)
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}

function LevelOf(props: {
  framework: Framework
  skill: Skill
  chosen: SupportedSkill
  onChange: (skill: SupportedSkill) => void
}) {
  const { framework, skill, chosen, onChange } = props
  const behaviours = skill.anchors.find(({ level }) => level === chosen.level)?.behaviours ?? []
  const tick = (id: string) =>
    onChange({
      ...chosen,
      behaviours: chosen.behaviours.includes(id)
        ? chosen.behaviours.filter((one) => one !== id)
        : [...chosen.behaviours, id],
    })
  return (
    <div className="evidence-level">
      <span>{skill.name}</span>
      <select
        className="select"
        aria-label={evidenceWords.level(skill.name)}
        value={chosen.level ?? ''}
        onChange={(event) => {
          const level = event.target.value === '' ? null : Number(event.target.value)
          onChange({ ...chosen, level, behaviours: [] })
        }}
      >
        <option value="">{evidenceWords.noLevel}</option>
        {framework.scale
          .filter(({ level }) => level >= 1)
          .map(({ level, name }) => (
            <option key={level} value={level}>
              {level} {name}
            </option>
          ))}
      </select>
      {behaviours.length === 0 ? null : (
        <Disclosure summary={evidenceWords.shows(skill.name)} open={chosen.behaviours.length > 0}>
          {behaviours.map(({ id, text }) => (
            <label key={id} className="tick">
              <input type="checkbox" checked={chosen.behaviours.includes(id)} onChange={() => tick(id)} />
              <span>{text}</span>
            </label>
          ))}
        </Disclosure>
      )}
    </div>
  )
}
