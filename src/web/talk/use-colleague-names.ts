// Whom a talk may be with besides those whom the reader keeps: colleagues of the organisation, found by name.
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import type { KeptPerson } from '../../core/person/kept-person.ts'
import { useSession } from '../data/use-session.ts'
import { findMembers } from '../organisation/api-organisation.ts'
import { colleagueLabels, nameIn } from '../organisation/colleague-labels.ts'
import type { Named } from '../round/api-rounds.ts'

/** Those who report to the reader first; nobody twice, and nobody where there is no organisation. */
export function useColleagueNames(
  typed: string,
  people: readonly KeptPerson[],
  reports: readonly Named[],
): string[] {
  const session = useSession()
  const wanted = useDeferredValue(nameIn(typed))
  const found = useQuery({
    queryKey: ['members', wanted],
    queryFn: () => findMembers(wanted),
    enabled: session?.kind === 'team',
    placeholderData: (before) => before,
  }).data
  const others = (found ?? []).filter(
    ({ id }) => id !== session?.personId && !reports.some((report) => report.id === id),
  )
  const kept = new Set(people.map(({ displayName }) => displayName))
  const names = [...reports.map(({ name }) => name), ...colleagueLabels(others).map(({ label }) => label)]
  return [...new Set(names)].filter((name) => !kept.has(name))
}
