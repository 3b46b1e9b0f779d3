// What the panel of "Who can see this?" says: asked of the server in a team, known without a request when alone.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { SeenItem } from '../../core/who-sees/seen-items.ts'
import { type WhoSees, whoSeesAlone } from '../../core/who-sees/who-sees.ts'
import { useSession } from '../data/use-session.ts'
import { whoCanSeeWords as words } from '../words/who-can-see.ts'
import { readWhoSees } from './api-who-sees.ts'

interface Props {
  of: SeenItem
  id: string | undefined
  popoverId: string
}

export function WhoCanSeePanel({ of, id, popoverId }: Props) {
  const session = useSession()
  const isTeam = session?.kind === 'team'
  const asked = useQuery({
    queryKey: ['who-sees', of, id],
    queryFn: () => readWhoSees(of, id),
    enabled: isTeam,
    // Whom it was handed to, and who manages whom, changes while a page is open.
    staleTime: 0,
  })
  const answer = isTeam ? asked.data : session === undefined ? undefined : whoSeesAlone(of)
  return (
    <>
      {answer === undefined ? (
        <span role="status">{asked.isError ? words.failed : words.waiting}</span>
      ) : (
        <Answer answer={answer} />
      )}
      <span className="who-can-see-foot">
        {isTeam ? <Link to="/as-seen-by">{words.asSeenBy}</Link> : null}
        <button
          type="button"
          className="button"
          data-look="plain"
          popoverTarget={popoverId}
          popoverTargetAction="hide"
        >
          {words.close}
        </button>
      </span>
    </>
  )
}

function Answer({ answer }: { answer: WhoSees }) {
  const { name, readers, never, changes, why, keeps, disk, rule } = answer
  const facts: [string, readonly string[]][] = [
    [words.reads, readers],
    [words.never, never],
    [words.changes, changes],
    [words.why, [why]],
    [words.keeps, keeps],
    [words.disk, disk === null ? [] : [disk]],
    [words.rule, disk === null ? [] : [rule]],
  ]
  return (
    <>
      <strong className="who-can-see-title">{words.title(name)}</strong>
      {facts.map(([label, lines]) =>
        lines.length === 0 ? null : (
          <span key={label} className="who-can-see-fact">
            <span className="who-can-see-label">{label}</span>
            <span className="who-can-see-lines">
              {lines.map((line) => (
                <span key={line}>{line}</span>
              ))}
            </span>
          </span>
        ),
      )}
    </>
  )
}
