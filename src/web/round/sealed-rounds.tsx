// What closed confidential rounds left about whoever reads, or why nothing is shown; nothing in personal use.
import { useQuery } from '@tanstack/react-query'
import type { Framework } from '../../core/framework/framework.ts'
import { findSkill } from '../../core/framework/look-up.ts'
import { useSession } from '../data/use-session.ts'
import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { dateWords } from '../words/date.ts'
import { sealedWords as words } from '../words/sealed.ts'
import { readSealedRounds, type SealedRound } from './api-sealed.ts'

export function SealedRounds({ framework }: { framework: Framework }) {
  const isTeam = useSession()?.kind === 'team'
  const found = useQuery({ queryKey: ['sealed-rounds'], queryFn: readSealedRounds, enabled: isTeam }).data
  if (found === undefined || (found.rounds.length === 0 && found.strictness === null)) return null
  return (
    <section className="section stack-s">
      <h2>
        {words.title} <WhoCanSee of="sealedContribution" />
      </h2>
      {found.rounds.length > 0 ? <p className="small quiet">{words.about}</p> : null}
      <ul className="marked-list">
        {found.rounds.toReversed().map((round) => (
          <li key={round.roundId}>{lineOf(round, framework)}</li>
        ))}
      </ul>
      {found.strictness === null ? null : (
        <p>{words.strictness(found.strictness.levels, found.strictness.plusMinus)}</p>
      )}
    </section>
  )
}

function lineOf({ closedOn, skills, why }: SealedRound, framework: Framework): string {
  const day = dateWords.day(closedOn)
  if (why !== null) return words.nothing(day, why)
  return words.counts(
    day,
    skills.map((id) => findSkill(framework, id)?.name ?? id),
  )
}
