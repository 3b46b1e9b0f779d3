// What is said about a version when it is published: why, from when, and who approved it.
import { useId } from 'react'
import { publishWords } from '../words/editor.ts'
import { Approvers } from './approvers.tsx'

export interface Said {
  note: string
  /** A day such as 2027-01-01; null: from now. */
  effectiveFrom: string | null
  approvers: { name: string; date: string }[]
}

export const NOTHING_SAID: Said = { note: '', effectiveFrom: null, approvers: [] }

/** Lines without a name say nothing. */
export function namedApprovers(said: Said): Said['approvers'] {
  return said.approvers.filter(({ name }) => name.trim() !== '')
}

export function PublicationFields({
  said,
  onChange,
}: {
  said: Said
  onChange: (part: Partial<Said>) => void
}) {
  const id = useId()
  return (
    <>
      <div className="field">
        <label htmlFor={`${id}-note`}>{publishWords.note}</label>
        <textarea
          id={`${id}-note`}
          className="input"
          value={said.note}
          aria-describedby={`${id}-note-hint`}
          onChange={(event) => onChange({ note: event.target.value })}
        />
        <span id={`${id}-note-hint`} className="field-hint">
          {publishWords.noteHint}
        </span>
      </div>
      <div className="field">
        <label htmlFor={`${id}-from`}>{publishWords.from}</label>
        <input
          id={`${id}-from`}
          type="date"
          className="input editor-date"
          value={said.effectiveFrom ?? ''}
          aria-describedby={`${id}-from-hint`}
          onChange={(event) =>
            onChange({ effectiveFrom: event.target.value === '' ? null : event.target.value })
          }
        />
        <span id={`${id}-from-hint`} className="field-hint">
          {publishWords.fromHint}
        </span>
      </div>
      <Approvers approvers={said.approvers} onChange={(approvers) => onChange({ approvers })} />
    </>
  )
}
