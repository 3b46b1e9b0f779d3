// Bringing a framework, step by step: sending a file, correcting how it is understood, keeping it, calling it off.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { ImportChoices } from '../../core/importing/import-source.ts'
import type { Result } from '../../core/result.ts'
import { ApiError, type Problem } from '../api.ts'
import { useOnce } from '../data/use-once.ts'
import {
  callImportOff,
  correctImport,
  type FrameworkLabel,
  type KeepImport,
  keepImport,
  listFrameworks,
  type PublishedLabel,
  type SentImport,
  sendImport,
} from '../framework/api-frameworks.ts'
import { expectValue } from '../framework/use-frameworks.ts'
import type { FileToSend } from './files-to-send.ts'

export interface Bring {
  /** What is being read, while it is. */
  reading: string | null
  /** What was understood last; stays while it is read again. */
  sent: SentImport | null
  choices: ImportChoices
  error: ApiError | null
  begin(file: FileToSend): void
  correct(choices: ImportChoices): void
  cancel(): void
}

export function useBring(): Bring {
  const [reading, setReading] = useState<string | null>(null)
  const [sent, setSent] = useState<SentImport | null>(null)
  const [choices, setChoices] = useState<ImportChoices>({})
  const [error, setError] = useState<ApiError | null>(null)
  const running = useRef<AbortController | null>(null)
  const latest = useRef<SentImport | null>(null)
  latest.current = sent
  // Nobody comes back to what was sent once the page is left, so it need not lie on the disk any longer.
  useEffect(
    () => () => {
      running.current?.abort()
      if (latest.current !== null) void callImportOff(latest.current.token)
    },
    [],
  )

  const run = async (
    what: string,
    ask: (signal: AbortSignal) => Promise<Result<SentImport, Problem>>,
  ): Promise<void> => {
    running.current?.abort()
    const own = new AbortController()
    running.current = own
    setReading(what)
    setError(null)
    const outcome = await ask(own.signal)
    // Something newer was asked in the meantime, or nothing any more.
    if (own.signal.aborted) {
      if (outcome.ok) void callImportOff(outcome.value.token)
      return
    }
    setReading(null)
    if (outcome.ok) setSent(outcome.value)
    else setError(new ApiError(outcome.failure))
  }

  return {
    reading,
    sent,
    choices,
    error,
    begin({ file, name }) {
      setSent(null)
      setChoices({})
      void run(name, (signal) => sendImport(file, name, signal))
    },
    correct(next) {
      if (sent === null) return
      setChoices(next)
      void run(sent.name, async (signal) => {
        const outcome = await correctImport(sent.token, next, signal)
        // A correction that was overtaken must not take the file away from the one after it.
        return signal.aborted ? { ok: false, failure: { status: 0, title: '' } } : outcome
      })
    },
    cancel() {
      running.current?.abort()
      if (sent !== null) void callImportOff(sent.token)
      setReading(null)
      setSent(null)
      setChoices({})
      setError(null)
    },
  }
}

export interface Kept {
  before: FrameworkLabel
  now: PublishedLabel
  used: boolean
}

export function useKeepImport(token: string) {
  const queries = useQueryClient()
  const once = useOnce()
  return useMutation({
    mutationFn: async (command: KeepImport): Promise<Kept> => {
      const { inUse } = await listFrameworks()
      const now = expectValue(await once(command, (key) => keepImport(token, command, key)))
      return { before: inUse, now, used: command.use }
    },
    onSuccess: () => queries.invalidateQueries(),
  })
}
