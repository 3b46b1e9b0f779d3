// Choosing somebody of the organisation by name: what is typed finds names, and one of them is chosen.
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useId, useState } from 'react'
import { useSession } from '../data/use-session.ts'
import { findMembers, type Member } from './api-organisation.ts'

/** Two of one name are told apart by their teams. */
function labelOf(member: Member, all: readonly Member[]): string {
  const twins = all.filter(({ displayName }) => displayName === member.displayName)
  if (twins.length < 2) return member.displayName
  return `${member.displayName} (${member.teams.map(({ name }) => name).join(', ')})`
}

export function ColleagueField(props: {
  label: string
  hint: string
  unknown: string
  onChange: (colleague: Member | null) => void
}) {
  const id = useId()
  const me = useSession()?.personId
  const [text, setText] = useState('')
  const wanted = useDeferredValue(text.trim().replace(/ \(.*\)$/, ''))
  const { data } = useQuery({
    queryKey: ['members', wanted],
    queryFn: () => findMembers(wanted),
    placeholderData: (before) => before,
  })
  const members = (data ?? []).filter((member) => member.id !== me)
  const chosen = (typed: string) =>
    members.find((member) => labelOf(member, members) === typed.trim()) ?? null
  const isUnknown = wanted !== '' && data !== undefined && members.length === 0
  return (
    <div className="field">
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        className="input"
        list={`${id}names`}
        autoComplete="off"
        maxLength={200}
        value={text}
        aria-describedby={`${id}hint`}
        onChange={(event) => {
          setText(event.target.value)
          props.onChange(chosen(event.target.value))
        }}
        onBlur={() => props.onChange(chosen(text))}
      />
      <datalist id={`${id}names`}>
        {members.map((member) => (
          <option key={member.id} value={labelOf(member, members)} />
        ))}
      </datalist>
      <span className="field-hint" id={`${id}hint`}>
        {isUnknown ? props.unknown : props.hint}
      </span>
    </div>
  )
}
