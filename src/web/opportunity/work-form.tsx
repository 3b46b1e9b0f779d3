// A piece of work to write in or to change; skills are proposed from its words.
import { type FormEvent, useDeferredValue, useId, useState } from 'react'
import { searchSkills } from '../../core/evidence/propose-skills.ts'
import type { Framework } from '../../core/framework/framework.ts'
import { findSkill, topLevel } from '../../core/framework/look-up.ts'
import type { BoardPerson } from '../../core/opportunity/board-problem.ts'
import { peopleWhoGrow } from '../../core/opportunity/explain-match.ts'
import {
  type ExercisedSkill,
  MOST_SKILLS_OF_WORK,
  OPPORTUNITY_KINDS,
  type OpportunityContent,
} from '../../core/opportunity/opportunity.ts'
import { quarterName } from '../../core/opportunity/quarter.ts'
import { newId } from '../api.ts'
import { SkillLevels } from '../parts/skill-levels.tsx'
import { skillName } from '../words/names.ts'
import { kindWords, opportunityWords } from '../words/opportunities.ts'

const words = opportunityWords.form

interface Props {
  framework: Framework
  start: OpportunityContent
  quarters: readonly string[]
  people: readonly BoardPerson[]
  nameOf: (personId: string) => string
  /** While something is being kept, this or something else. */
  isBusy: boolean
  onType?: (content: OpportunityContent) => void
  /** The ids are this form's, and the revision that of these words. */
  onSave: (content: OpportunityContent, ids: { id: string; revisionId: string }) => void
  onCancel: () => void
}

export function WorkForm(props: Props) {
  const { framework, start, quarters, people, nameOf, isBusy, onType, onSave, onCancel } = props
  const id = useId()
  const [content, setContent] = useState(start)
  const [ids, setIds] = useState(() => ({ id: newId(), revisionId: newId() }))
  const change = (given: Partial<OpportunityContent>) => {
    const next = { ...content, ...given }
    setContent(next)
    setIds({ ...ids, revisionId: newId() })
    onType?.(next)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSave({ ...content, title: content.title.trim() }, ids)
  }
  return (
    <form className="work-form stack" onSubmit={submit}>
      <div className="field">
        <label htmlFor={`${id}-title`}>{words.title}</label>
        <input
          id={`${id}-title`}
          className="input"
          required
          maxLength={200}
          value={content.title}
          onChange={(event) => change({ title: event.target.value })}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-about`}>{words.about}</label>
        <textarea
          id={`${id}-about`}
          className="input"
          maxLength={4000}
          value={content.about}
          onChange={(event) => change({ about: event.target.value })}
        />
        <p className="field-hint">{words.aboutHint}</p>
      </div>
      <fieldset className="field">
        <legend className="field-label">{words.kind}</legend>
        <div className="choices">
          {OPPORTUNITY_KINDS.map((kind) => (
            <label key={kind} className="choice">
              <input
                type="radio"
                name={`${id}-kind`}
                checked={content.kind === kind}
                onChange={() => change({ kind })}
              />
              <span>{kindWords[kind].name}</span>
            </label>
          ))}
        </div>
        <p className="field-hint">{kindWords[content.kind].about}</p>
      </fieldset>
      <WhenAndHowMuch id={id} content={content} quarters={quarters} onChange={change} />
      <Skills framework={framework} content={content} onChange={(skills) => change({ skills })} />
      <p className="small quiet" aria-live="polite">
        {content.skills.length === 0 ? '' : words.grows(peopleWhoGrow(people, content.skills).map(nameOf))}
      </p>
      <label className="work-tick">
        <input
          type="checkbox"
          checked={content.shown}
          onChange={(event) => change({ shown: event.target.checked })}
        />
        <span>{words.shown}</span>
      </label>
      <div className="actions">
        <button type="submit" className="button" data-look="main" disabled={isBusy}>
          {words.save}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
      {onType === undefined ? null : <p className="small quiet">{words.draftKept}</p>}
    </form>
  )
}

/** A field that was emptied stays empty, so that another number can be typed; the form is not kept that way. */
const shownNumber = (value: number) => (value === 0 ? '' : value)

function WhenAndHowMuch(props: {
  id: string
  content: OpportunityContent
  quarters: readonly string[]
  onChange: (given: Partial<OpportunityContent>) => void
}) {
  const { id, content, quarters, onChange } = props
  const all = quarters.includes(content.quarter) ? quarters : [content.quarter, ...quarters]
  return (
    <div className="work-numbers">
      <div className="field">
        <label htmlFor={`${id}-quarter`}>{words.quarter}</label>
        <select
          id={`${id}-quarter`}
          className="select"
          value={content.quarter}
          onChange={(event) => onChange({ quarter: event.target.value })}
        >
          {all.map((quarter) => (
            <option key={quarter} value={quarter}>
              {quarterName(quarter)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}-people`}>{words.people}</label>
        <input
          id={`${id}-people`}
          className="input"
          type="number"
          min={1}
          max={50}
          required
          value={shownNumber(content.people)}
          onChange={(event) => onChange({ people: Number(event.target.value) })}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-weeks`}>{words.each}</label>
        <input
          id={`${id}-weeks`}
          className="input"
          type="number"
          min={0.5}
          max={26}
          step={0.5}
          required
          value={shownNumber(content.weeks)}
          onChange={(event) => onChange({ weeks: Number(event.target.value) })}
        />
      </div>
      <p className="small quiet work-total">
        {words.total(Math.round(content.people * content.weeks * 10) / 10)}
      </p>
    </div>
  )
}

function Skills(props: {
  framework: Framework
  content: OpportunityContent
  onChange: (skills: ExercisedSkill[]) => void
}) {
  const { framework, content, onChange } = props
  const { skills } = content
  const text = useDeferredValue(`${content.title} ${content.about}`.trim())
  const add = (skill: string) => onChange([...skills, { skill, level: Math.ceil(topLevel(framework) / 2) }])
  const proposed = (text.length < 6 ? [] : searchSkills(framework, text)).filter(
    (skill) => !findSkill(framework, skill)?.private && !skills.some((one) => one.skill === skill),
  )
  return (
    <fieldset className="field">
      <legend className="field-label">{words.skills}</legend>
      {proposed.length === 0 || skills.length >= MOST_SKILLS_OF_WORK ? null : (
        <div className="work-proposed">
          <p className="small quiet">{words.proposed}</p>
          {proposed.map((skill) => (
            <button
              key={skill}
              type="button"
              className="button"
              aria-label={words.add(skillName(framework, skill))}
              onClick={() => add(skill)}
            >
              + {skillName(framework, skill)}
            </button>
          ))}
        </div>
      )}
      <SkillLevels
        framework={framework}
        chosen={skills}
        least={1}
        most={MOST_SKILLS_OF_WORK}
        levelLabel={words.level}
        onChange={onChange}
      />
    </fieldset>
  )
}
