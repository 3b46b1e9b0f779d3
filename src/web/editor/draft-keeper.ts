// Keeps every keystroke of an editor: first in this browser, then on disk, until it is there or somebody must choose.
import type { Result } from '../../core/result.ts'
import type { Problem } from '../api.ts'
import { DRAFT_PREFIX, type DraftStore } from '../data/drafts.ts'
import type { DraftContent, OpenFile } from './api-drafts.ts'

export type FileState = 'saved' | 'saving' | 'waiting' | 'conflict' | 'refused'

/** One file in the editor. */
export interface KeptFile {
  path: string
  text: string | null
  /** The revision that this text replaces. */
  base: string | null
  /** Of the folder's file that was read, so that one which changed since is not replaced unseen. */
  folderHash: string | null
  state: FileState
  changed: boolean
  overtaken: boolean
  problem: Problem | null
  other: OtherText | null
}

/** What the other window saved; without a revision what the folder holds, where the draft has ended meanwhile. */
interface OtherText {
  text: string | null
  revisionId: string | null
  folderHash: string | null
}

export interface DraftTransport {
  save: (path: string, content: DraftContent, base: string | null) => Promise<Result<OpenFile, Problem>>
  /** The file as it is now; null where there is none. Rejects where that cannot be read. */
  readAgain: (path: string) => Promise<OpenFile | null>
  newId: () => string
}

/** Typing pauses this long before it is saved, in milliseconds. */
const PAUSE_MS = 600
/** Changes of one file closer together than this are one step to undo, in milliseconds. */
const ONE_STEP_MS = 1500
const MOST_STEPS = 200

interface Step {
  path: string
  text: string | null
  at: number
}

export class DraftKeeper {
  #prefix: string
  #transport: DraftTransport
  #drafts: DraftStore
  #files = new Map<string, KeptFile>()
  /** What was last known to be kept, by path. */
  #known = new Map<string, string | null>()
  #snapshot: readonly KeptFile[] = []
  #listeners = new Set<() => void>()
  #timers = new Map<string, ReturnType<typeof setTimeout>>()
  #busy = new Set<string>()
  #sent = new Set<string>()
  #steps: Step[] = []
  #onSaved: () => void
  #now: () => number

  constructor(options: {
    frameworkId: string
    files: readonly OpenFile[]
    transport: DraftTransport
    drafts: DraftStore
    onSaved: () => void
    now?: () => number
  }) {
    this.#prefix = `${DRAFT_PREFIX}file.${options.frameworkId}.`
    this.#transport = options.transport
    this.#drafts = options.drafts
    this.#onSaved = options.onSaved
    this.#now = options.now ?? (() => performance.now())
    for (const file of options.files) {
      const { path, text, revisionId: base, folderHash, changed, overtaken } = file
      this.#known.set(path, text)
      const kept = { path, text, base, folderHash, changed, overtaken }
      this.#files.set(path, { ...kept, state: 'saved', problem: null, other: null })
    }
    this.#readKept()
    this.#publish()
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** All files, in the order of their paths; the same array until something changes. */
  files = (): readonly KeptFile[] => this.#snapshot

  /** A change by the person. Null removes the file. */
  change(path: string, text: string | null): void {
    const file = this.#files.get(path)
    if (file?.text === text) return
    this.#remember(path, file?.text ?? null)
    this.#write(path, text)
  }

  get canUndo(): boolean {
    return this.#steps.length > 0
  }

  /** Takes the last step back; the path that changed, or null. */
  undo(): string | null {
    const step = this.#steps.pop()
    if (step === undefined) return null
    this.#write(step.path, step.text)
    return step.path
  }

  /** Sends what is waiting, without the pause. */
  flush = (): void => {
    for (const { path, state } of this.#snapshot)
      if (state === 'waiting' || this.#timers.has(path)) void this.#send(path)
  }

  /** Settles a conflict: one's own text over the other's, or the other's as it is. */
  choose(path: string, whose: 'mine' | 'theirs'): void {
    const file = this.#files.get(path)
    if (file === undefined || file.state !== 'conflict') return
    const base = file.other?.revisionId ?? null
    const folderHash = file.other?.folderHash ?? null
    const settled = { ...file, base, folderHash, other: null, problem: null }
    if (whose === 'theirs') {
      this.#remember(path, file.text, true)
      this.#settle({ ...settled, text: file.other?.text ?? null, changed: base !== null })
      return
    }
    this.#put({ ...settled, state: 'saving' })
    void this.#send(path)
  }

  /** The draft has ended: nothing of it is sent or kept any more. */
  forget(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer)
    this.#timers.clear()
    for (const file of this.#files.values()) {
      this.#files.set(file.path, { ...file, state: 'saved' })
      this.#drafts.remove(this.#prefix + file.path)
    }
    this.#publish()
  }

  /** The folder's own text was seen: what is here stands over it. */
  takeFolder(path: string): void {
    const file = this.#files.get(path)
    if (file !== undefined) void this.#send(path, true)
  }

  #write(path: string, text: string | null): void {
    const file = this.#files.get(path)
    const state = file?.state === 'conflict' ? 'conflict' : 'saving'
    this.#put({
      path,
      text,
      base: file?.base ?? null,
      folderHash: file?.folderHash ?? null,
      state,
      changed: true,
      overtaken: file?.overtaken ?? false,
      problem: null,
      other: file?.other ?? null,
    })
    if (state === 'conflict') return
    clearTimeout(this.#timers.get(path))
    this.#timers.set(
      path,
      setTimeout(() => void this.#send(path), PAUSE_MS),
    )
  }

  async #send(path: string, takeFolder = false): Promise<void> {
    clearTimeout(this.#timers.get(path))
    this.#timers.delete(path)
    if (this.#busy.has(path)) return
    const sent = this.#files.get(path)
    if (sent === undefined) return
    this.#busy.add(path)
    const revisionId = this.#transport.newId()
    this.#sent.add(revisionId)
    this.#put({ ...sent, state: 'saving' })
    const { text, folderHash } = sent
    const content = { text, revisionId, takeFolder, folderHash }
    const outcome = await this.#transport.save(path, content, sent.base)
    const hasEnded =
      !outcome.ok && outcome.failure.status === 412 && (outcome.failure.current ?? null) === null
    const ended = hasEnded ? await this.#readAgain(path) : null
    this.#busy.delete(path)
    if (ended !== null && !outcome.ok) this.#afterEnd(path, ended, outcome.failure)
    else this.#receive(sent, outcome)
  }

  /** Null where it cannot be read just now: then all of it is tried again. */
  async #readAgain(path: string): Promise<OtherText | null> {
    try {
      const file = await this.#transport.readAgain(path)
      return file ?? { text: null, revisionId: null, folderHash: null }
    } catch {
      return null
    }
  }

  /** The draft was published or let go elsewhere: what the folder holds now is the other side. */
  #afterEnd(path: string, there: OtherText, problem: Problem): void {
    const latest = this.#files.get(path)
    if (latest === undefined) return
    const { text, revisionId: base, folderHash } = there
    const onIt = { ...latest, base, folderHash, problem: null, other: null }
    if (text === latest.text) this.#settle({ ...onIt, changed: base !== null, overtaken: false })
    else if (text === this.#known.get(path)) {
      // Only what was typed since differs from what was published.
      this.#put({ ...onIt, state: 'saving', overtaken: false })
      void this.#send(path)
    } else this.#put({ ...latest, state: 'conflict', problem, other: there })
  }

  #receive(sent: KeptFile, outcome: Result<OpenFile, Problem>): void {
    const latest = this.#files.get(sent.path) ?? sent
    const isSuperseded = latest.text !== sent.text
    if (outcome.ok) {
      const { revisionId, changed, overtaken, folderHash } = outcome.value
      this.#known.set(sent.path, sent.text)
      const saved = {
        ...latest,
        base: revisionId,
        folderHash,
        changed: isSuperseded || changed,
        overtaken,
        problem: null,
      }
      if (isSuperseded) {
        this.#put({ ...saved, state: 'saving' })
        if (!this.#timers.has(sent.path)) void this.#send(sent.path)
      } else this.#settle(saved)
      return
    }
    const problem = outcome.failure
    const current = otherOf(problem, latest)
    if (current !== null && this.#sent.has(current.revisionId)) {
      // An answer of one's own that was lost on the way.
      this.#put({ ...latest, base: current.revisionId })
      void this.#send(sent.path)
      return
    }
    if (current !== null && current.text === latest.text) {
      // The same words from both sides: an earlier visit was left before it was told that they are saved.
      this.#settle({ ...latest, base: current.revisionId, problem: null, other: null })
      return
    }
    this.#put({ ...latest, ...afterFailure(problem, current) })
  }

  #settle(file: KeptFile): void {
    this.#files.set(file.path, { ...file, state: 'saved' })
    this.#known.set(file.path, file.text)
    this.#drafts.remove(this.#prefix + file.path)
    this.#publish()
    this.#onSaved()
  }

  #put(file: KeptFile): void {
    const { text, base, folderHash } = file
    this.#files.set(file.path, file)
    this.#drafts.write(this.#prefix + file.path, JSON.stringify({ text, base, folderHash }))
    this.#publish()
  }

  #remember(path: string, text: string | null, isOwnStep = false): void {
    const last = this.#steps.at(-1)
    const at = this.#now()
    if (!isOwnStep && last?.path === path && at - last.at < ONE_STEP_MS) {
      last.at = at
      return
    }
    this.#steps.push({ path, text, at })
    if (this.#steps.length > MOST_STEPS) this.#steps.shift()
  }

  #publish(): void {
    this.#snapshot = [...this.#files.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
    for (const listener of this.#listeners) listener()
  }

  /** What an earlier visit could not save; a conflict is found out anew. */
  #readKept(): void {
    for (const { key, text } of this.#drafts.list(this.#prefix)) {
      const path = key.slice(this.#prefix.length)
      try {
        const kept = JSON.parse(text) as Pick<KeptFile, 'text' | 'base' | 'folderHash'>
        const file = this.#files.get(path)
        // Typed over something else than what is there now: nobody said yet which of the two is to stand.
        if (kept.base !== (file?.base ?? null)) this.#known.delete(path)
        this.#files.set(path, {
          path,
          overtaken: file?.overtaken ?? false,
          ...kept,
          changed: true,
          state: 'waiting',
          problem: null,
          other: null,
        })
      } catch {
        this.#drafts.remove(key)
      }
    }
  }
}

/** What the answer says that another window saved; null where it says nothing of that. */
function otherOf({ status, current }: Problem, { folderHash }: KeptFile) {
  if (status !== 412 || (current ?? null) === null) return null
  const { text, revisionId } = current as unknown as { text: string | null; revisionId: string }
  return { text, revisionId, folderHash }
}

function afterFailure(
  problem: Problem,
  current: OtherText | null,
): Pick<KeptFile, 'state' | 'problem' | 'other'> {
  if (current !== null) return { state: 'conflict', problem, other: current }
  const isForGood = problem.status >= 400 && problem.status < 500 && ![401, 412, 429].includes(problem.status)
  return { state: isForGood ? 'refused' : 'waiting', problem, other: null }
}
