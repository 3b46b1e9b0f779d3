// What closed confidential rounds left about whoever reads, or why nothing is shown; nothing in personal use.
import { useQuery } from '@tanstack/react-query'
import { frameworkQuery } from '../data/queries.ts'
import { useSession } from '../data/use-session.ts'
import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { dateWords } from '../words/date.ts'
import { skillName } from '../words/names.ts'
import { sealedWords as words } from '../words/sealed.ts'
import { readSealedRounds, type SealedRound } from './api-sealed.ts'

export function SealedRounds() {
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
          <RoundLine key={round.roundId} round={round} />
        ))}
      </ul>
      {found.strictness === null ? null : (
        <p>{words.strictness(found.strictness.levels, found.strictness.plusMinus)}</p>
      )}
    </section>
  )
}

/** Skills have the names of the framework version that the round was held in. */
function RoundLine({ round: { frameworkDigest, closedOn, skills, why } }: { round: SealedRound }) {
  const framework = useQuery({ ...frameworkQuery(frameworkDigest), enabled: why === null }).data
  const day = dateWords.day(closedOn)
  if (why !== null) return <li>{words.nothing(day, why)}</li>
  if (framework === undefined) return null
  return (
    <li>
      {words.counts(
        day,
        skills.map((id) => skillName(framework, id)),
      )}
    </li>
  )
}
