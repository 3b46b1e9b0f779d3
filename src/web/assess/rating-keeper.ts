// Keeps every answer: first in this browser, then on disk, again and again until it is there or somebody must choose.
import type { Rating, RatingContent } from '../../core/assessment/assessment.ts'
import type { Result } from '../../core/result.ts'
import type { Problem } from '../api.ts'
import { DRAFT_PREFIX, type DraftStore } from '../data/drafts.ts'

type KeepState =
  /** On its way. */
  | 'saving'
  /** In this browser only; it is tried again. */
  | 'waiting'
  /** Another window said something else; the person chooses. */
  | 'conflict'
  /** Refused for good, such as in a closed assessment. */
  | 'refused'

/** An answer that is not on disk yet. `content` null takes the rating back. */
export interface Unsaved {
  skill: string
  content: RatingContent | null
  revisionId: string
  /** The revision it replaces; null where there is none. */
  base: string | null
  state: KeepState
  problem: Problem | null
  /** What the other window said; null where it took the rating back. */
  other: Rating | null
}

export interface Transport {
  save: (
    skill: string,
    content: RatingContent & { revisionId: string },
    base: string | null,
  ) => Promise<Result<Rating, Problem>>
  withdraw: (skill: string, base: string) => Promise<Result<void, Problem>>
  newId: () => string
}

/** Everything that has not reached the disk, by skill, and the way to follow it. */
export class RatingKeeper {
  #assessmentId: string
  #transport: Transport
  #drafts: DraftStore
  #saved: Map<string, Rating>
  #unsaved = new Map<string, Unsaved>()
  #snapshot: readonly Unsaved[] = []
  #listeners = new Set<() => void>()
  #busy = new Set<string>()
  /** Every revision that this window ever sent: to meet one's own is no conflict. */
  #sent = new Set<string>()
  #onSaved: (skill: string, rating: Rating | null) => void

  constructor(options: {
    assessmentId: string
    ratings: readonly Rating[]
    transport: Transport
    drafts: DraftStore
    onSaved: (skill: string, rating: Rating | null) => void
  }) {
    this.#assessmentId = options.assessmentId
    this.#transport = options.transport
    this.#drafts = options.drafts
    this.#onSaved = options.onSaved
    this.#saved = new Map(options.ratings.map((rating) => [rating.skill, rating]))
    for (const draft of this.#readDrafts()) this.#unsaved.set(draft.skill, draft)
    this.#publish()
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** What is not on disk yet; the same array until something changes. */
  unsaved = (): readonly Unsaved[] => this.#snapshot

  /** What the person last said about a skill, saved or not. */
  contentOf(skill: string): RatingContent | null {
    const waiting = this.#unsaved.get(skill)
    return waiting ? waiting.content : (this.#saved.get(skill) ?? null)
  }

  keep(skill: string, content: RatingContent | null): void {
    const before = this.#unsaved.get(skill)
    const known = before?.base ?? this.#saved.get(skill)?.revisionId ?? null
    // Whether an answer on its way, or one without a reply, has arrived only the other side knows: that one is taken back.
    const sent = content === null && before && before.content !== null ? before.revisionId : null
    const base = known ?? sent
    if (content === null && base === null) {
      this.#drop(skill)
      return
    }
    this.#put({
      skill,
      content,
      revisionId: this.#transport.newId(),
      base,
      state: 'saving',
      problem: null,
      other: null,
    })
    void this.#send(skill)
  }

  /** Tries again what is waiting; what needs a choice is left alone. */
  retry = (): void => {
    for (const { skill, state } of this.#snapshot) if (state === 'waiting') void this.#send(skill)
  }

  /** Settles a conflict: one's own words on top of the other's, or the other's as they are. */
  choose(skill: string, whose: 'mine' | 'theirs'): void {
    const conflict = this.#unsaved.get(skill)
    if (!conflict) return
    if (whose === 'theirs' || (conflict.content === null && conflict.other === null)) {
      this.#accept(skill, conflict.other)
      return
    }
    this.#put({
      ...conflict,
      base: conflict.other?.revisionId ?? null,
      revisionId: this.#transport.newId(),
      state: 'saving',
      problem: null,
      other: null,
    })
    void this.#send(skill)
  }

  /** Lets go of an answer that can never be saved. */
  letGo(skill: string): void {
    this.#drop(skill)
  }

  async #send(skill: string): Promise<void> {
    if (this.#busy.has(skill)) return
    const sent = this.#unsaved.get(skill)
    if (!sent) return
    this.#busy.add(skill)
    this.#sent.add(sent.revisionId)
    this.#put({ ...sent, state: 'saving' })
    const outcome = await this.#transfer(sent)
    this.#busy.delete(skill)
    this.#receive(sent, outcome)
  }

  async #transfer(sent: Unsaved): Promise<Result<Rating | null, Problem>> {
    if (sent.content !== null)
      return this.#transport.save(sent.skill, { ...sent.content, revisionId: sent.revisionId }, sent.base)
    if (sent.base === null) return { ok: true, value: null }
    const outcome = await this.#transport.withdraw(sent.skill, sent.base)
    // Nothing is there any more, or nothing ever arrived: that is what was asked for.
    return outcome.ok || isNothingThere(outcome.failure) ? { ok: true, value: null } : outcome
  }

  #receive(sent: Unsaved, outcome: Result<Rating | null, Problem>): void {
    const { skill } = sent
    const latest = this.#unsaved.get(skill)
    const isSuperseded = latest !== undefined && latest.revisionId !== sent.revisionId
    if (outcome.ok) {
      if (!isSuperseded) {
        this.#accept(skill, outcome.value)
        return
      }
      this.#remember(skill, outcome.value)
      this.#put({ ...latest, base: outcome.value?.revisionId ?? null })
      void this.#send(skill)
      return
    }
    const unsaved = latest ?? sent
    const current = outcome.failure.current
    if (outcome.failure.status === 412 && current && this.#sent.has(current.revisionId)) {
      this.#put({ ...unsaved, base: current.revisionId })
      void this.#send(skill)
      return
    }
    if (unsaved.content !== null && isNothingThere(outcome.failure) && this.#neverArrived(skill, sent.base)) {
      this.#put({ ...unsaved, base: null })
      void this.#send(skill)
      return
    }
    this.#put({ ...unsaved, ...afterFailure(outcome.failure) })
  }

  /** An answer of this window that was taken back before anybody knew whether it had arrived. */
  #neverArrived(skill: string, revisionId: string | null): boolean {
    const isOwn = revisionId !== null && this.#sent.has(revisionId)
    return isOwn && this.#saved.get(skill)?.revisionId !== revisionId
  }

  #accept(skill: string, rating: Rating | null): void {
    this.#remember(skill, rating)
    this.#drop(skill)
    this.#onSaved(skill, rating)
  }

  #remember(skill: string, rating: Rating | null): void {
    if (rating) this.#saved.set(skill, rating)
    else this.#saved.delete(skill)
  }

  #put(unsaved: Unsaved): void {
    this.#unsaved.set(unsaved.skill, unsaved)
    this.#drafts.write(this.#draftKey(unsaved.skill), JSON.stringify(unsaved))
    this.#publish()
  }

  #drop(skill: string): void {
    this.#unsaved.delete(skill)
    this.#drafts.remove(this.#draftKey(skill))
    this.#publish()
  }

  #publish(): void {
    this.#snapshot = [...this.#unsaved.values()]
    for (const listener of this.#listeners) listener()
  }

  #draftKey(skill: string): string {
    return `${DRAFT_PREFIX}rating.${this.#assessmentId}.${skill}`
  }

  /** What an earlier visit could not save; a conflict is found out anew. */
  #readDrafts(): Unsaved[] {
    return this.#drafts.list(`${DRAFT_PREFIX}rating.${this.#assessmentId}.`).flatMap(({ text }) => {
      try {
        return [{ ...(JSON.parse(text) as Unsaved), state: 'waiting' as const, problem: null, other: null }]
      } catch {
        return []
      }
    })
  }
}

/** Nothing is there any more, or nothing ever arrived. */
function isNothingThere({ status, current }: Problem): boolean {
  return status === 412 && (current ?? null) === null
}

function afterFailure(problem: Problem): Pick<Unsaved, 'state' | 'problem' | 'other'> {
  if (problem.status === 412) return { state: 'conflict', problem, other: problem.current ?? null }
  const isForGood =
    problem.status >= 400 && problem.status < 500 && problem.status !== 401 && problem.status !== 429
  return { state: isForGood ? 'refused' : 'waiting', problem, other: null }
}
