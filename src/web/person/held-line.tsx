// Says once that a colleague kept notes about whoever reads, until the page about them was opened here.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useSession } from '../data/use-session.ts'
import { heldWords } from '../words/joining.ts'
import { heldQuery, readHeldSeen } from './use-joining.ts'

export function HeldLine() {
  const { personId = '', heldBy = 0 } = useSession() ?? {}
  const held = useQuery({ ...heldQuery, enabled: heldBy > 0 }).data ?? []
  const seen = readHeldSeen(personId)
  if (held.every(({ id }) => seen.has(id))) return null
  return (
    <section className="shell-target" aria-label={heldWords.lineLabel}>
      <span>{heldWords.line}</span>
      <Link to="/about-me">{heldWords.read}</Link>
    </section>
  )
}
