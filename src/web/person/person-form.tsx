// Name, relation and role of somebody who is kept.
import { type FormEvent, useId, useState } from 'react'
import type { Framework } from '../../core/framework/framework.ts'
import type { KeepPersonCommand, KeptPerson, Relation } from '../../core/person/kept-person.ts'
import { RoleOptions } from '../role/role-options.tsx'
import { roleName } from '../words/names.ts'
import { peopleWords, relationWords } from '../words/people.ts'

const NO_ONE: KeepPersonCommand = { displayName: '', relation: null, role: null }

interface Props {
  framework: Framework
  /** Who is changed; somebody new where it is missing. */
  person?: KeptPerson
  isBusy: boolean
  onSubmit: (command: KeepPersonCommand) => void
}

export function PersonForm({ framework, person, isBusy, onSubmit }: Props) {
  const id = useId()
  const [command, setCommand] = useState<KeepPersonCommand>(
    person === undefined
      ? NO_ONE
      : { displayName: person.displayName, relation: person.relation, role: person.role },
  )
  const put = (part: Partial<KeepPersonCommand>) => setCommand((all) => ({ ...all, ...part }))
  const known = framework.roles.some((role) => role.id === command.role)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (command.displayName.trim() !== '') onSubmit(command)
  }
  return (
    <form className="people-form" onSubmit={submit}>
      <NameField
        id={`${id}-name`}
        value={command.displayName}
        onChange={(displayName) => put({ displayName })}
      />
      <RelationField
        id={`${id}-relation`}
        value={command.relation}
        onChange={(relation) => put({ relation })}
      />
      <div className="field">
        <label htmlFor={`${id}-role`}>{peopleWords.role}</label>
        <select
          id={`${id}-role`}
          className="select"
          value={command.role ?? ''}
          onChange={(event) => put({ role: event.target.value === '' ? null : event.target.value })}
        >
          <option value="">{peopleWords.noRole}</option>
          {command.role !== null && !known ? (
            <option value={command.role}>{roleName(framework, command.role)}</option>
          ) : null}
          <RoleOptions framework={framework} />
        </select>
      </div>
      <button type="submit" className="button" disabled={isBusy || command.displayName.trim() === ''}>
        {person === undefined ? peopleWords.addDo : peopleWords.save}
      </button>
    </form>
  )
}

export function NameField(props: { id: string; value: string; onChange: (name: string) => void }) {
  return (
    <div className="field">
      <label htmlFor={props.id}>{peopleWords.name}</label>
      <input
        id={props.id}
        className="input"
        autoComplete="off"
        maxLength={200}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </div>
  )
}

export function RelationField(props: {
  id: string
  value: Relation | null
  onChange: (relation: Relation | null) => void
}) {
  return (
    <div className="field">
      <label htmlFor={props.id}>{peopleWords.relation}</label>
      <select
        id={props.id}
        className="select"
        value={props.value ?? ''}
        onChange={(event) =>
          props.onChange(event.target.value === '' ? null : (event.target.value as Relation))
        }
      >
        <option value="">{peopleWords.noRole}</option>
        {(Object.keys(relationWords) as Relation[]).map((relation) => (
          <option key={relation} value={relation}>
            {relationWords[relation]}
          </option>
        ))}
      </select>
    </div>
  )
}
