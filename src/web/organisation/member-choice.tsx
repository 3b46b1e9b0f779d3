// Chooses somebody of the organisation, by name; where there are many, after a part of the name was typed.
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useId, useState } from 'react'
import { listWords } from '../words/organisation.ts'
import { teamWords } from '../words/team.ts'
import { findMembers, type Member, MOST_MEMBERS, readMember } from './api-organisation.ts'
import { leaveWords } from './leave-words.ts'
import { tellApart } from './tell-apart.ts'

export function MemberChoice(props: {
  label: string
  value: string | null
  /** Whoever cannot be chosen. */
  except?: string
  /** Whether somebody who has left can be chosen, too. */
  left?: boolean
  /** What it says while nobody is chosen. */
  none?: string
  onChange: (id: string | null) => void
}) {
  const { value, except, left = false } = props
  const id = useId()
  const [find, setFind] = useState('')
  const wanted = useDeferredValue(find.trim())
  const found = useQuery({
    queryKey: ['members', wanted, { left }],
    queryFn: () => findMembers(wanted, { left }),
    placeholderData: (before) => before,
  }).data
  const unfound = useUnfound(found, value)
  const members = [...(unfound?.member ? [unfound.member] : []), ...(found ?? [])]
  const isLong = find !== '' || found?.length === MOST_MEMBERS
  return (
    <div className="field">
      <label htmlFor={id}>{props.label}</label>
      {isLong ? (
        <input
          type="search"
          className="input"
          aria-label={teamWords.find}
          placeholder={teamWords.find}
          value={find}
          onChange={(event) => setFind(event.target.value)}
        />
      ) : null}
      <select
        id={id}
        className="select"
        value={value ?? ''}
        onChange={(event) => props.onChange(event.target.value === '' ? null : event.target.value)}
      >
        <option value="">{props.none ?? listWords.noManager}</option>
        {unfound?.member === null ? (
          <option value={unfound.id}>{unfound.isGone ? teamWords.somebody : '…'}</option>
        ) : null}
        {tellApart(members, 'teams')
          .filter(({ member }) => member.id !== except)
          .map(({ member, facts }) => (
            <option key={member.id} value={member.id}>
              {[
                member.displayName,
                ...facts,
                ...(member.leftOn === null ? [] : [leaveWords(member.leftOn)]),
              ].join(', ')}
            </option>
          ))}
      </select>
    </div>
  )
}

/** Whoever is chosen, where they are not among those who were found; null while nobody is. */
function useUnfound(found: readonly Member[] | undefined, value: string | null) {
  const isUnfound = value !== null && found?.some(({ id }) => id === value) === false
  const one = useQuery({
    queryKey: ['members', 'one', value],
    queryFn: () => readMember(value ?? ''),
    enabled: isUnfound,
  })
  return isUnfound ? { id: value, member: one.data ?? null, isGone: one.isError } : null
}
