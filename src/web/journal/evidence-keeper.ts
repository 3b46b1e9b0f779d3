// Keeps what is being written, and what could not be sent yet, in this browser until it is on the disk.
import type { Evidence, EvidenceContent } from '../../core/evidence/evidence.ts'
import type { Result } from '../../core/result.ts'
import type { Problem } from '../api.ts'
import { DRAFT_PREFIX, type DraftStore } from '../data/drafts.ts'

/** An entry that is not on the disk. */
export interface KeptDraft {
  id: string
  revisionId: string
  frameworkDigest: string
  content: EvidenceContent
  /** The revision that it changes; null for a new entry. */
  base: string | null
  /** `writing`: not given away yet. `waiting`: kept by the person, and on its way. */
  state: 'writing' | 'waiting'
}

interface Transport {
  save(draft: KeptDraft): Promise<Result<Evidence, Problem>>
  newId(): string
}

export type Kept =
  | { kind: 'saved'; entry: Evidence }
  /** In this browser, and tried again. */
  | { kind: 'waiting'; problem: Problem }
  /** Refused: something has to be changed, or somebody changed it first. The words are still in this browser. */
  | { kind: 'refused'; problem: Problem }

const PREFIX = `${DRAFT_PREFIX}evidence.`

export class EvidenceKeeper {
  #drafts: DraftStore
  #transport: Transport

  constructor(drafts: DraftStore, transport: Transport) {
    this.#drafts = drafts
    this.#transport = transport
  }

  /** What was being written when the page went away: of a new entry (`id` null), or of the one that is changed. */
  unfinished(id: string | null): KeptDraft | null {
    return (
      this.#all().find(
        (draft) => draft.state === 'writing' && (id === null ? draft.base === null : draft.id === id),
      ) ?? null
    )
  }

  /** How many entries are kept here and on their way. */
  waitingCount(): number {
    return this.#all().filter(({ state }) => state === 'waiting').length
  }

  begin(frameworkDigest: string, content: EvidenceContent, changed?: Evidence): KeptDraft {
    const { newId } = this.#transport
    return {
      id: changed?.id ?? newId(),
      revisionId: newId(),
      frameworkDigest,
      content,
      base: changed?.revisionId ?? null,
      state: 'writing',
    }
  }

  /** With every letter. */
  write(draft: KeptDraft): void {
    this.#drafts.write(PREFIX + draft.id, JSON.stringify(draft))
  }

  letGo(id: string): void {
    this.#drafts.remove(PREFIX + id)
  }

  /** Sends an entry. Whatever happens, its words are on the disk or in this browser. */
  async keep(draft: KeptDraft): Promise<Kept> {
    // Each sending is of its own words: a retry repeats the id, another wording must not.
    const sent: KeptDraft = { ...draft, state: 'waiting' }
    this.write(sent)
    const outcome = await this.#transport.save(sent)
    if (outcome.ok) {
      this.letGo(draft.id)
      return { kind: 'saved', entry: outcome.value }
    }
    const problem = outcome.failure
    if (!isForGood(problem)) return { kind: 'waiting', problem }
    // A new entry cannot be stale, unless another window took up the same draft: then it is another entry.
    if (problem.status === 412 && draft.base === null) {
      this.letGo(draft.id)
      const { newId } = this.#transport
      return this.keep({ ...draft, id: newId(), revisionId: newId() })
    }
    this.write({ ...draft, revisionId: this.#transport.newId(), state: 'writing' })
    return { kind: 'refused', problem }
  }

  /** Tries all that wait once more. Returns what was saved. */
  async sendWaiting(): Promise<Evidence[]> {
    const saved: Evidence[] = []
    for (const draft of this.#all().filter(({ state }) => state === 'waiting')) {
      const kept = await this.keep(draft)
      if (kept.kind === 'saved') saved.push(kept.entry)
      // Where the program does not answer, it does not answer for the next one either.
      if (kept.kind === 'waiting') return saved
    }
    return saved
  }

  #all(): KeptDraft[] {
    return this.#drafts.list(PREFIX).flatMap(({ text }) => {
      try {
        return [JSON.parse(text) as KeptDraft]
      } catch {
        return []
      }
    })
  }
}

function isForGood({ status }: Problem): boolean {
  return status >= 400 && status < 500 && status !== 401 && status !== 429
}
