// What the foot of every page says in an organisation: where what one writes lies, who sees it, what is asked, and as whom one looks.
import { Link } from '@tanstack/react-router'
import { useSession } from '../data/use-session.ts'
import { useOpenAsks } from '../round/open-asks.tsx'
import { teamWords } from '../words/team.ts'

export function TeamFoot() {
  const session = useSession()
  const open = useOpenAsks()
  return (
    <div className="no-print">
      <p>{teamWords.staysOnServer}</p>
      <ul>
        <li>
          <Link to="/organisation">{teamWords.organisationPage}</Link>
        </li>
        {open === null ? null : (
          <li>
            <Link to="/asked">{teamWords.asked}</Link> <span>{open}</span>
          </li>
        )}
        {session?.isDemo ? (
          <li>
            <a href="/demo">{teamWords.lookAsSomebodyElse(session.displayName ?? '')}</a>
          </li>
        ) : null}
      </ul>
    </div>
  )
}
