// Where somebody who is kept stands, and beside whose levels theirs can be held.
import { useSuspenseQuery } from '@tanstack/react-query'
import type { RatingAbout } from '../../core/assessment/rating-about.ts'
import { networkWords } from '../../core/measurement/networks.ts'
import type { KeptPerson } from '../../core/person/kept-person.ts'
import { readLevels } from '../charts/level-range/read-levels.ts'
import { LevelRows } from '../levels/level-rows.tsx'
import { useStandingOf } from '../levels/use-standing.ts'
import { standingWords } from '../words/standing.ts'
import { peopleComparisonQuery } from './people-queries.ts'
import '../levels/levels.css'

/** Skills that nobody rated are left out: of somebody else nothing is assumed. */
export function PersonStanding({ person, ratings }: { person: KeptPerson; ratings: RatingAbout[] }) {
  const standing = useStandingOf(person, ratings)
  const { networks } = useSuspenseQuery(peopleComparisonQuery).data
  const { framework, levels, role } = standing
  const rows = readLevels(framework, levels, role).filter(({ assumed }) => !assumed)
  if (rows.length === 0) return null
  const sentence = networkWords(networks, person)
  return (
    <section className="stack">
      <h2>{standingWords.ofPerson}</h2>
      {sentence === '' ? null : <p>{sentence}</p>}
      <p className="small quiet no-print">{standingWords.ofPersonHelp}</p>
      <LevelRows standing={standing} rows={rows} askedBy={role === '' ? null : role} />
    </section>
  )
}
