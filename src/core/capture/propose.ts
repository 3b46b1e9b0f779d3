// What is proposed of some traces: items with numbers that stay, without what the journal holds already.
import { CAPTURE_LIMITS } from './capture-reading.ts'
import { describePiece } from './describe-piece.ts'
import { pieceOf } from './gather-pieces.ts'
import { groupTraces } from './group-traces.ts'
import { keyOf } from './origin.ts'
import type { CapturedItem, TraceOfWork } from './trace.ts'
import { readTraces } from './trace-vector.ts'

export interface Proposal {
  /** By which it is chosen, from 1; the same traces keep it, whatever has been kept of the others. */
  number: number
  item: CapturedItem
  /** Of its traces some are in the journal already, and are left out here. */
  goesOn: boolean
}

export interface Proposed {
  proposals: Proposal[]
  /** Traces that the journal holds already. */
  known: TraceOfWork[]
}

/** `known` holds keys of traces that entries were captured from; see origin.ts. */
export function propose(traces: readonly TraceOfWork[], known: ReadonlySet<string>): Proposed {
  const items = groupTraces(traces.slice(0, CAPTURE_LIMITS.traces * 4))
  const proposals = items.flatMap((item, index): Proposal[] => {
    const fresh = item.traces.filter((trace) => !known.has(keyOf(trace)))
    if (fresh.length === 0) return []
    const isWhole = fresh.length === item.traces.length
    return [
      {
        number: index + 1,
        item: isWhole ? item : describePiece(pieceOf(readTraces(fresh))),
        goesOn: !isWhole,
      },
    ]
  })
  return { proposals, known: traces.filter((trace) => known.has(keyOf(trace))) }
}

/** “1,3,5-7” as numbers; null where it is not written so or names what is not there. */
export function chosenNumbers(text: string, there: readonly number[]): number[] | null {
  if (/^\s*all\s*$/i.test(text)) return [...there]
  const chosen = new Set<number>()
  for (const part of text.split(/[,\s]+/).filter((one) => one !== '')) {
    const [, first, last = first] = /^(\d{1,4})(?:[-–](\d{1,4}))?$/.exec(part) ?? []
    const [from, to] = [Number(first), Number(last)]
    if (first === undefined || from > to) return null
    const inside = there.filter((number) => number >= from && number <= to)
    if (inside.length === 0 || (from === to && inside[0] !== from)) return null
    for (const number of inside) chosen.add(number)
  }
  return [...chosen].sort((a, b) => a - b)
}
