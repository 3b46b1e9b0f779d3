// Chooses somebody of the organisation, by name; where there are many, after a part of the name was typed.
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useId, useState } from 'react'
import { listWords } from '../words/organisation.ts'
import { findMembers } from './api-organisation.ts'

/** As many as the server sends at most. */
const MOST = 200

export function MemberChoice(props: {
  label: string
  value: string | null
  /** Whoever cannot be chosen. */
  except?: string
  /** What it says while nobody is chosen. */
  none?: string
  onChange: (id: string | null) => void
}) {
  const id = useId()
  const [find, setFind] = useState('')
  const wanted = useDeferredValue(find.trim())
  const members = useQuery({
    queryKey: ['members', wanted],
    queryFn: () => findMembers(wanted),
    placeholderData: (before) => before,
  }).data
  const isLong = find !== '' || members?.length === MOST
  return (
    <div className="field">
      <label htmlFor={id}>{props.label}</label>
      {isLong ? (
        <input
          type="search"
          className="input"
          aria-label={listWords.narrow}
          placeholder={listWords.narrow}
          value={find}
          onChange={(event) => setFind(event.target.value)}
        />
      ) : null}
      <select
        id={id}
        className="select"
        value={props.value ?? ''}
        onChange={(event) => props.onChange(event.target.value === '' ? null : event.target.value)}
      >
        <option value="">{props.none ?? listWords.noManager}</option>
        {members
          ?.filter((member) => member.id !== props.except)
          .map((member) => (
            <option key={member.id} value={member.id}>
              {[member.displayName, ...member.teams.map(({ name }) => name)].join(', ')}
            </option>
          ))}
      </select>
    </div>
  )
}
