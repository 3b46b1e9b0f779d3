// Says on every page that a link was made that lets somebody in as whoever reads: nobody makes one unseen.
import { Link } from '@tanstack/react-router'
import { useSession } from '../data/use-session.ts'
import { accountWords } from '../words/account.ts'
import { dateWords } from '../words/date.ts'

export function InvitedLine() {
  const invitedAt = useSession()?.invitedAt ?? null
  if (invitedAt === null) return null
  return (
    <section className="shell-target" aria-label={accountWords.invitedLabel}>
      <span>{accountWords.invited(dateWords.minute(invitedAt))}</span>
      <Link to="/account">{accountWords.invitedBy}</Link>
    </section>
  )
}
