// What a proof returns: how much was tried, how much was lost, and what it does not show.

export interface ProofResult {
  name: string
  /** How many times the fault was caused. 0: not run here, and the notes say why. */
  volume: number
  /** Acknowledged writes that were gone, or present twice. */
  lost: number
  notes: string
}

export interface ProofOptions {
  volume: number
  /** About how many writes are acknowledged before each fault. */
  writes?: number
}

export function notRun(name: string, reason: string): ProofResult {
  return { name, volume: 0, lost: 0, notes: `not run here: ${reason}` }
}
