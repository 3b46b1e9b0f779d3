// Keeps every keystroke of something one writes: first in this browser, then on disk, until it is there or somebody must choose.
import type { Result } from '../../core/result.ts'
import type { Problem } from '../api.ts'
import { DRAFT_PREFIX, type DraftStore } from './drafts.ts'

type Saving = 'saved' | 'saving' | 'waiting' | 'conflict' | 'refused'

export interface Kept<Item, Content> {
  content: Content
  /** The revision that this content replaces. */
  base: string
  state: Saving
  problem: Problem | null
  /** What the other window saved. */
  other: Item | null
  canUndo: boolean
}

/** What is kept, such as a packet. */
interface KeptItem {
  id: string
  revisionId: string
}

export interface ContentTransport<Item, Content> {
  save: (content: Content, revisionId: string, base: string) => Promise<Result<Item, Problem>>
  newId: () => string
}

const PAUSE_MS = 700
/** Changes of one place closer together than this are one step to undo, in milliseconds. */
const ONE_STEP_MS = 1500
const MOST_STEPS = 100

export interface KeeperOptions<Item, Content> {
  /** Names the words in this browser, such as `packet`. */
  noun: string
  item: Item
  contentOf: (item: Item) => Content
  transport: ContentTransport<Item, Content>
  drafts: DraftStore
  /** Typing pauses this long before it is saved, in milliseconds. */
  pause?: number
  now?: () => number
}

export class ContentKeeper<Item extends KeptItem, Content> {
  #key: string
  #transport: ContentTransport<Item, Content>
  #contentOf: (item: Item) => Content
  #pause: number
  #drafts: DraftStore
  #now: () => number
  #kept: Kept<Item, Content>
  #steps: { place: string; content: Content; at: number }[] = []
  #listeners = new Set<() => void>()
  #timer: ReturnType<typeof setTimeout> | undefined
  #busy = false
  /** Every revision that this window sent: to meet one's own is no conflict. */
  #sent = new Set<string>()

  constructor(options: KeeperOptions<Item, Content>) {
    this.#key = `${DRAFT_PREFIX}${options.noun}.${options.item.id}`
    this.#contentOf = options.contentOf
    this.#pause = options.pause ?? PAUSE_MS
    this.#transport = options.transport
    this.#drafts = options.drafts
    this.#now = options.now ?? (() => performance.now())
    this.#kept = {
      content: options.contentOf(options.item),
      base: options.item.revisionId,
      state: 'saved',
      problem: null,
      other: null,
      canUndo: false,
    }
    this.#takeUp(options.item)
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The same object until something changes. */
  kept = (): Kept<Item, Content> => this.#kept

  /** A change by the person. `place` names where, so that typing in one field is one step to undo. */
  change(place: string, content: Content): void {
    const last = this.#steps.at(-1)
    const at = this.#now()
    if (last?.place === place && at - last.at < ONE_STEP_MS) last.at = at
    else this.#steps = [...this.#steps.slice(1 - MOST_STEPS), { place, content: this.#kept.content, at }]
    this.#write(content)
  }

  undo = (): void => {
    const step = this.#steps.pop()
    if (step !== undefined) this.#write(step.content)
  }

  /** Sends what is waiting, without the pause. */
  flush = (): void => {
    if (this.#kept.state === 'waiting' || this.#timer !== undefined) void this.#send()
  }

  /** Settles a conflict: one's own content over the other's, or the other's as it is. */
  choose(whose: 'mine' | 'theirs'): void {
    const { other } = this.#kept
    if (this.#kept.state !== 'conflict' || other === null) return
    if (whose === 'theirs') {
      this.#steps.push({ place: 'theirs', content: this.#kept.content, at: 0 })
      this.#settle({ content: this.#contentOf(other), base: other.revisionId })
      return
    }
    this.#put({ base: other.revisionId, state: 'saving', other: null, problem: null })
    void this.#send()
  }

  /** The revision on disk once everything is there; null where it cannot be now. */
  async settled(): Promise<string | null> {
    this.flush()
    while (this.#kept.state === 'saving')
      await new Promise<void>((resolve) => {
        const stop = this.subscribe(() => {
          stop()
          resolve()
        })
      })
    return this.#kept.state === 'saved' ? this.#kept.base : null
  }

  #write(content: Content): void {
    const isConflict = this.#kept.state === 'conflict'
    this.#put({ content, state: isConflict ? 'conflict' : 'saving' })
    if (isConflict) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#send(), this.#pause)
  }

  async #send(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (this.#busy) return
    this.#busy = true
    const { content, base } = this.#kept
    const revisionId = this.#transport.newId()
    this.#sent.add(revisionId)
    this.#put({ state: 'saving' })
    const outcome = await this.#transport.save(content, revisionId, base)
    this.#busy = false
    this.#receive(content, outcome)
  }

  #receive(sent: Content, outcome: Result<Item, Problem>): void {
    if (outcome.ok) {
      const base = outcome.value.revisionId
      if (this.#kept.content === sent) this.#settle({ content: sent, base })
      else this.#goOn(base)
      return
    }
    const problem = outcome.failure
    const other = (problem.current ?? null) as unknown as Item | null
    if (problem.status !== 412 || other === null) {
      const isForGood =
        problem.status >= 400 && problem.status < 500 && problem.status !== 401 && problem.status !== 429
      this.#put({ state: isForGood ? 'refused' : 'waiting', problem })
      return
    }
    // An answer of one's own that was lost on the way.
    if (this.#sent.has(other.revisionId)) this.#goOn(other.revisionId)
    else this.#meet(other, problem)
  }

  /** What was typed meanwhile goes after what is on disk now. */
  #goOn(base: string): void {
    this.#put({ base })
    if (this.#timer === undefined) void this.#send()
  }

  /** Another window saved something else, or the same. */
  #meet(other: Item, problem: Problem | null): void {
    if (isSame(this.#contentOf(other), this.#kept.content))
      this.#settle({ content: this.#kept.content, base: other.revisionId })
    else this.#put({ state: 'conflict', other, problem })
  }

  #settle(saved: Pick<Kept<Item, Content>, 'content' | 'base'>): void {
    this.#drafts.remove(this.#key)
    this.#publish({ ...saved, state: 'saved', problem: null, other: null })
  }

  #put(part: Partial<Kept<Item, Content>>): void {
    const { content, base } = { ...this.#kept, ...part }
    this.#drafts.write(this.#key, JSON.stringify({ content, base }))
    this.#publish(part)
  }

  #publish(part: Partial<Kept<Item, Content>>): void {
    this.#kept = { ...this.#kept, ...part, canUndo: this.#steps.length > 0 }
    for (const listener of this.#listeners) listener()
  }

  /** What an earlier visit could not save. */
  #takeUp(item: Item): void {
    const [draft] = this.#drafts.list(this.#key)
    if (draft === undefined) return
    try {
      const { content, base } = JSON.parse(draft.text) as Pick<Kept<Item, Content>, 'content' | 'base'>
      this.#kept = { ...this.#kept, content, base, state: 'waiting' }
      if (base !== item.revisionId) this.#meet(item, null)
    } catch {
      this.#drafts.remove(this.#key)
    }
  }
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
