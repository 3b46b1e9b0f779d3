// Capturing on a page: a file is read, grouped again for each choice of time and person, chosen from, kept, taken back.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { type CaptureReading, isBy } from '../../core/capture/capture-reading.ts'
import { entryOfItem } from '../../core/capture/entry-of-item.ts'
import { type Proposed, propose } from '../../core/capture/propose.ts'
import type { CapturedItem, TraceOfWork } from '../../core/capture/trace.ts'
import type { Evidence } from '../../core/evidence/evidence.ts'
import { ApiError, newId } from '../api.ts'
import { today } from '../data/today.ts'
import { expectValue } from '../framework/use-frameworks.ts'
import { saveEvidence, withdrawEvidence } from '../journal/api-evidence.ts'
import { refreshEvidence } from '../journal/use-evidence.ts'
import { readCapture, readCapturedKeys } from './api-capture.ts'

const DAY_MS = 86_400_000
/** How far back a file is read, in days; the page shows the last month of it first. */
const READ_DAYS = 731
const SHOWN_DAYS = 31

export interface ReadFile {
  name: string
  reading: CaptureReading
}

/** Reads one file at a time; a newer one overtakes. */
export function useReadFile() {
  const [busy, setBusy] = useState<string | null>(null)
  const [read, setRead] = useState<ReadFile | null>(null)
  const [error, setError] = useState<ApiError | null>(null)
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])
  const clear = () => {
    running.current?.abort()
    setBusy(null)
    setRead(null)
    setError(null)
  }
  const begin = async (file: File, me: string) => {
    clear()
    const own = new AbortController()
    running.current = own
    setBusy(file.name)
    const asked = { name: file.name, since: daysBefore(today(), READ_DAYS), until: today(), me }
    const outcome = await readCapture(file, asked, own.signal)
    if (own.signal.aborted) return
    setBusy(null)
    if (outcome.ok) setRead({ name: file.name, reading: outcome.value })
    else setError(new ApiError(outcome.failure))
  }
  return { busy, read, error, begin, clear }
}

export interface Shown {
  from: string
  until: string
  /** Null: nobody is chosen yet. Empty: all of it is one's own. */
  who: string | null
}

/** The last month, or where nothing is in it, the last one in which something is. */
export function shownAtFirst({ traces, people }: CaptureReading): Shown {
  const last = traces.reduce((latest, { day }) => (day > latest ? day : latest), '')
  const until = last === '' ? today() : last
  const isShared = new Set(traces.map(({ who }) => who.join('\n'))).size > 1
  return { from: daysBefore(until, SHOWN_DAYS - 1), until, who: isShared && people.length > 0 ? null : '' }
}

export function tracesOf({ traces }: CaptureReading, { from, until, who }: Shown): TraceOfWork[] {
  if (who === null) return []
  return traces.filter(
    (trace) => trace.day >= from && trace.day <= until && (who === '' || isBy(trace, [who])),
  )
}

function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * DAY_MS).toISOString().slice(0, 10)
}

const KEYS = ['captured-keys']

/** Grouped once for each choice, without what the journal holds. Undefined while that is asked. */
export function useProposed(traces: readonly TraceOfWork[]): Proposed | undefined {
  const keys = useQuery({ queryKey: KEYS, queryFn: readCapturedKeys }).data
  return useMemo(() => (keys === undefined ? undefined : propose(traces, new Set(keys))), [traces, keys])
}

export function useKeepCaptured(frameworkDigest: string) {
  const queries = useQueryClient()
  const refresh = () => Promise.all([queries.invalidateQueries({ queryKey: KEYS }), refreshEvidence()])
  const keep = useMutation({
    mutationFn: async (items: readonly CapturedItem[]): Promise<Evidence[]> => {
      const kept: Evidence[] = []
      for (const item of items) {
        const command = { ...entryOfItem(item), revisionId: newId(), frameworkDigest }
        kept.push(expectValue(await saveEvidence(newId(), command, null)))
      }
      return kept
    },
    // Some may have been kept before one was not.
    onSettled: refresh,
  })
  const undo = useMutation({
    mutationFn: async (entries: readonly Evidence[]) => {
      for (const entry of entries) expectValue(await withdrawEvidence(entry))
      keep.reset()
    },
    onSettled: refresh,
  })
  return { keep, undo }
}
