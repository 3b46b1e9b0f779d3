// Chooses people of the organisation by name.
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useId, useState } from 'react'
import { findMembers } from '../organisation/api-organisation.ts'
import { tellApart } from '../organisation/tell-apart.ts'
import { askWords } from '../words/rounds.ts'
import type { Named } from './api-rounds.ts'
import { Chosen } from './choose-skills.tsx'

interface Props {
  label: string
  chosen: readonly Named[]
  /** Who is not offered. */
  without: readonly string[]
  /** Whether the last choice is still being kept. */
  isPending?: boolean
  onChange: (people: Named[]) => void
}

const MOST_SHOWN = 8

export function ChooseColleagues({ label, chosen, without, isPending = false, onChange }: Props) {
  const id = useId()
  const [find, setFind] = useState('')
  const wanted = useDeferredValue(find.trim())
  const members = useQuery({
    queryKey: ['members', wanted],
    queryFn: () => findMembers(wanted),
    enabled: wanted !== '',
  }).data
  // Told apart among all who were found: who is chosen already may be called the same.
  const found = tellApart(members ?? [], 'teams').filter(
    ({ member }) => !without.includes(member.id) && !chosen.some(({ id }) => id === member.id),
  )
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="search"
        className="input"
        placeholder={askWords.findSomebody}
        value={find}
        onChange={(event) => setFind(event.target.value)}
      />
      <div className="rounds-chosen" aria-live="polite">
        {wanted !== '' && members !== undefined && found.length === 0 ? (
          <p className="small quiet">{askWords.nobody}</p>
        ) : null}
        {(wanted === '' ? [] : found).slice(0, MOST_SHOWN).map(({ member, facts }) => (
          <button
            key={member.id}
            type="button"
            className="button"
            disabled={isPending}
            onClick={() => {
              onChange([...chosen, { id: member.id, name: member.displayName }])
              setFind('')
            }}
          >
            + {member.displayName} <span className="small quiet">{facts.join(', ')}</span>
          </button>
        ))}
      </div>
      <Chosen items={chosen} onRemove={(person) => onChange(chosen.filter((one) => one.id !== person))} />
    </div>
  )
}
