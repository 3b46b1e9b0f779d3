// The entries of a file of a draft for a form: they follow the text, and an edit of one is written into the text.
import { useCallback, useEffect, useRef, useState } from 'react'
import type { EntryEdit } from '../../core/revision/edit-entries.ts'
import type { PlainMembers } from '../../core/revision/edit-yaml.ts'
import type { Problem } from '../api.ts'
import { type FileEntries, readEntries } from './api-draft-forms.ts'
import type { DraftKeeper } from './draft-keeper.ts'

/** How long typing in the text rests before the form follows, in milliseconds. */
const PAUSE_MS = 400
/** An edit is made again on the newer text where somebody typed meanwhile. */
const MOST_TRIES = 5

export interface Entries {
  /** Null until the text was read. */
  entries: readonly PlainMembers[] | null
  /** Why the text cannot be read as it stands. */
  problem: Problem | null
  edit: (edit: EntryEdit) => Promise<void>
}

/** `text`: null where the draft has no such file. */
export function useEntries(id: string, path: string, text: string | null, keeper: DraftKeeper): Entries {
  const [known, setKnown] = useState<FileEntries | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const queue = useRef<Promise<void>>(Promise.resolve())
  const isKnown = known?.text === text
  useEffect(() => {
    if (text === null || isKnown) return
    let isCurrent = true
    const timer = setTimeout(
      async () => {
        const read = await readEntries(id, { path, text, edit: null })
        if (!isCurrent) return
        if (read.ok) setKnown(read.value)
        setProblem(read.ok ? null : read.failure)
      },
      known === null ? 0 : PAUSE_MS,
    )
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [id, path, text, isKnown, known])
  const make = useCallback(
    async (edit: EntryEdit) => {
      const now = () => keeper.files().find((file) => file.path === path)?.text ?? ''
      for (let tries = 0; tries < MOST_TRIES; tries += 1) {
        const sent = now()
        const made = await readEntries(id, { path, text: sent, edit })
        if (!made.ok) return setProblem(made.failure)
        if (now() !== sent) continue
        setKnown(made.value)
        setProblem(null)
        return keeper.change(path, made.value.text)
      }
    },
    [id, path, keeper],
  )
  // One after the other, each on what the one before has made.
  const edit = useCallback(
    (next: EntryEdit) => {
      queue.current = queue.current.then(() => make(next))
      return queue.current
    },
    [make],
  )
  // A text that was known before it was broken is known again once it is whole.
  return { entries: known?.entries ?? null, problem: isKnown ? null : problem, edit }
}
