// Says once that a colleague kept notes about whoever reads, until the page about them was opened here.
import { Link } from '@tanstack/react-router'
import { useSession } from '../data/use-session.ts'
import { heldWords } from '../words/joining.ts'
import { readHeldSeen } from './use-joining.ts'

export function HeldLine() {
  const count = useSession()?.heldBy ?? 0
  if (count <= readHeldSeen()) return null
  return (
    <section className="shell-target" aria-label={heldWords.lineLabel}>
      <span>{heldWords.line}</span>
      <Link to="/about-me">{heldWords.read}</Link>
    </section>
  )
}
