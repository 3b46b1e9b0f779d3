// The part of the program's API that is about closed confidential rounds.
import { read } from '../api.ts'

export interface SealedRound {
  roundId: string
  frameworkDigest: string
  purpose: 'development' | 'evaluation'
  closedOn: string
  skills: string[]
  /** Null where something is shown. */
  why: string | null
}

export interface OwnStrictness {
  levels: number
  /** Half of the likely range, in levels. */
  plusMinus: number
  closedOn: string
}

export function readSealedRounds(): Promise<{
  rounds: SealedRound[]
  strictness: OwnStrictness | null
}> {
  return read('/sealed-rounds')
}
