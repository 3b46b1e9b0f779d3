// Whether somebody has proved recently enough who they are to do what is hard to undo.

/** What an administrator does needs a proof that is no older, in minutes. */
const PROOF_MINUTES = 10

export function isProofFresh(provedAt: string | null, now: string): boolean {
  if (provedAt === null) return false
  const age = Date.parse(now) - Date.parse(provedAt)
  // A clock that was set back leaves a proof in the future, which is none.
  return age >= 0 && age <= PROOF_MINUTES * 60_000
}
