// Who said it and when; somebody new is named on the spot.
import { useId } from 'react'
import type { KeptPerson } from '../../core/person/kept-person.ts'
import { today } from '../data/today.ts'
import { NameField, RelationField } from '../person/person-form.tsx'
import { toldKeepWords } from '../words/told.ts'
import { NOBODY, type SaidFrom, SOMEBODY_NEW } from './told-reader.ts'

export function SaidFromFields(props: {
  people: readonly KeptPerson[]
  from: SaidFrom
  onChange: (from: SaidFrom) => void
}) {
  const { people, from, onChange } = props
  const id = useId()
  return (
    <div className="told-from">
      <div className="field">
        <label htmlFor={`${id}-who`}>{toldKeepWords.who}</label>
        <select
          id={`${id}-who`}
          className="select"
          value={from.who}
          onChange={(event) => onChange({ ...from, who: event.target.value })}
        >
          <option value={NOBODY}>{toldKeepWords.nobody}</option>
          {people.map((person) => (
            <option key={person.id} value={person.id}>
              {person.displayName}
            </option>
          ))}
          <option value={SOMEBODY_NEW}>{toldKeepWords.newPerson}</option>
        </select>
      </div>
      {from.who === SOMEBODY_NEW ? (
        <>
          <NameField id={`${id}-name`} value={from.name} onChange={(name) => onChange({ ...from, name })} />
          <RelationField
            id={`${id}-relation`}
            value={from.relation}
            onChange={(relation) => onChange({ ...from, relation })}
          />
        </>
      ) : null}
      <div className="field">
        <label htmlFor={`${id}-day`}>{toldKeepWords.when}</label>
        <input
          id={`${id}-day`}
          type="date"
          className="input"
          max={today()}
          value={from.day}
          onChange={(event) => onChange({ ...from, day: event.target.value })}
        />
      </div>
    </div>
  )
}
