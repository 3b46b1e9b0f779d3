// Whom feedback is for, what it is for, and which role and skill the suggestions come from.
import { useId } from 'react'
import type { FeedbackDraftContent } from '../../core/composing/feedback-draft.ts'
import type { FeedbackAim } from '../../core/composing/feedback-parts.ts'
import type { Framework } from '../../core/framework/framework.ts'
import type { KeptPerson } from '../../core/person/kept-person.ts'
import { RolePicker } from '../role/role-picker.tsx'
import { aimWords, sayWords } from '../words/say.ts'

export function SayAbout(props: {
  framework: Framework
  people: readonly KeptPerson[]
  content: FeedbackDraftContent
  onChange: (part: Partial<FeedbackDraftContent>) => void
}) {
  const { framework, people, content, onChange } = props
  const id = useId()
  const name = (recipient: string) => {
    const person = people.find((one) => one.displayName === recipient.trim())
    const role = person?.role === null || person === undefined ? {} : { role: person.role }
    onChange({ recipient, personId: person?.id ?? null, ...role })
  }
  return (
    <div className="say-about">
      <div className="field">
        <label htmlFor={`${id}-whom`}>{sayWords.recipient}</label>
        <input
          id={`${id}-whom`}
          className="input"
          autoComplete="off"
          maxLength={200}
          list={`${id}-people`}
          value={content.recipient}
          onChange={(event) => name(event.target.value)}
        />
        <datalist id={`${id}-people`}>
          {people.map((person) => (
            <option key={person.id} value={person.displayName} />
          ))}
        </datalist>
        <span className="field-hint">{sayWords.recipientHint}</span>
      </div>
      <RolePicker
        framework={framework}
        label={sayWords.role}
        value={content.role}
        onChange={(role) => onChange({ role })}
      />
      <div className="field">
        <label htmlFor={`${id}-skill`}>{sayWords.skill}</label>
        <select
          id={`${id}-skill`}
          className="select"
          value={content.skill ?? ''}
          onChange={(event) => onChange({ skill: event.target.value || null })}
        >
          <option value="">{sayWords.noSkill}</option>
          {framework.skills.map((skill) => (
            <option key={skill.id} value={skill.id}>
              {skill.name}
            </option>
          ))}
        </select>
      </div>
      <fieldset className="field">
        <legend className="field-label">{sayWords.aim}</legend>
        <div className="choices">
          {(Object.keys(aimWords) as FeedbackAim[]).map((aim) => (
            <label key={aim} className="choice">
              <input
                type="radio"
                name={`${id}-aim`}
                checked={content.aim === aim}
                onChange={() => onChange({ aim })}
              />
              <span>{aimWords[aim]}</span>
            </label>
          ))}
        </div>
      </fieldset>
    </div>
  )
}
