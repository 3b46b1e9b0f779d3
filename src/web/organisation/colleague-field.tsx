// Choosing somebody of the organisation by name: what is typed finds names, and one of them is chosen.
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useId, useState } from 'react'
import { useSession } from '../data/use-session.ts'
import { teamWords } from '../words/team.ts'
import { findMembers, type Member } from './api-organisation.ts'
import { colleagueCalled, colleagueLabels, nameIn } from './colleague-labels.ts'

export function ColleagueField(props: {
  label: string
  hint: string
  unknown: string
  onChange: (colleague: Member | null) => void
}) {
  const id = useId()
  const me = useSession()?.personId
  const [text, setText] = useState('')
  const wanted = useDeferredValue(nameIn(text))
  const { data } = useQuery({
    queryKey: ['members', wanted],
    queryFn: () => findMembers(wanted),
    placeholderData: (before) => before,
  })
  const members = (data ?? []).filter((member) => member.id !== me)
  const chosen = (typed: string) => colleagueCalled(typed, members)
  const isUnknown = wanted !== '' && data !== undefined && members.length === 0
  const isShared = members.filter(({ displayName }) => displayName === text.trim()).length > 1
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
        {colleagueLabels(members).map(({ member, label }) => (
          <option key={member.id} value={label} />
        ))}
      </datalist>
      <span className="field-hint" id={`${id}hint`}>
        {isUnknown ? props.unknown : isShared ? teamWords.shared : props.hint}
      </span>
    </div>
  )
}
