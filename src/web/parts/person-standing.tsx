// Where somebody who is kept stands, and beside whose levels theirs can be held.
import { useSuspenseQuery } from '@tanstack/react-query'
import type { RatingAbout } from '../../core/assessment/rating-about.ts'
import { networkWords } from '../../core/measurement/networks.ts'
import type { KeptPerson } from '../../core/person/kept-person.ts'
import { readLevels } from '../charts/level-range/read-levels.ts'
import { peopleComparisonQuery } from '../data/people-queries.ts'
import { useStandingOf } from '../data/use-standing.ts'
import { comparisonWords } from '../words/people-comparison.ts'
import { standingWords } from '../words/standing.ts'
import { LevelRows } from './level-rows.tsx'
import '../pages/levels.css'

/** Skills that nobody rated are left out: of somebody else nothing is assumed. */
export function PersonStanding({ person, ratings }: { person: KeptPerson; ratings: RatingAbout[] }) {
  const standing = useStandingOf(person, ratings)
  const { networks } = useSuspenseQuery(peopleComparisonQuery).data
  const { framework, levels, role } = standing
  const rows = readLevels(framework, levels, role).filter(({ assumed }) => !assumed)
  if (rows.length === 0) return null
  const sentence = sayNetwork(networks, person)
  return (
    <section className="section stack">
      <h2>{standingWords.ofPerson}</h2>
      {sentence === '' ? null : <p>{sentence}</p>}
      <p className="small quiet no-print">{standingWords.ofPersonHelp}</p>
      <LevelRows standing={standing} rows={rows} askedBy={role === '' ? null : role} />
    </section>
  )
}

function sayNetwork(
  networks: { id: string; name: string | null }[][],
  { id, displayName }: KeptPerson,
): string {
  const own = networks.find((one) => one.some((other) => other.id === id))
  if (own === undefined) return ''
  const nameOf = ({ name }: { name: string | null }) => name ?? comparisonWords.you
  const joined = own.filter((other) => other.id !== id).map(nameOf)
  const apart = networks
    .filter((one) => one !== own)
    .flat()
    .map(nameOf)
  return networkWords(displayName, joined, apart)
}
