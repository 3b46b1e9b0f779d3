// The part of the program's API that says who can see what, and what somebody else reads of oneself.
import type { Handover } from '../../core/handover/handover.ts'
import type { AgreedGrowth, WorkPart } from '../../core/opportunity/opportunity.ts'
import type { Result } from '../../core/result.ts'
import type { SeenItem } from '../../core/who-sees/seen-items.ts'
import type { WhoSees } from '../../core/who-sees/who-sees.ts'
import { type Problem, read, refusedWith, send } from '../api.ts'
import type { Member } from '../organisation/api-organisation.ts'
import type { AgreementOf, Given } from '../round/api-rounds.ts'

/** Kinds of things of which one is asked by its id, and where. */
const ONE_OF: Partial<Record<SeenItem, string>> = {
  handover: 'handovers',
  given: 'assessments',
  rating: 'assessments',
  assessment: 'assessments',
  opening: 'openings',
  agreement: 'agreements',
  ask: 'asked',
  joining: 'joinings',
  roundSubject: 'raters',
}

export function readWhoSees(of: SeenItem, id: string | undefined): Promise<WhoSees> {
  const kind = ONE_OF[of]
  return read(id === undefined || kind === undefined ? `/who-sees/${of}` : `/who-sees/${kind}/${id}`)
}

/** What somebody else reads of oneself. */
export interface AsSeenBy {
  /** Null for nobody in particular. */
  name: string | null
  line: Member & { managerName: string | null }
  handovers: Handover[]
  given: Given[]
  openings: { id: string; openedAt: string }[]
  agreements: AgreementOf[]
  growth: AgreedGrowth[]
  work: WorkPart[]
  /** Kinds of things that they read besides. */
  also: SeenItem[]
  /** Kinds of things that they do not read, or not all of; whether there are any is not said. */
  unseen: SeenItem[]
}

const NOT_FOUND = 404
const NO_ID = 422

/** `who`: a person’s id, `anybody`, or a grant of administration. A refusal says that it is none of these. */
export async function readAsSeenBy(who: string): Promise<Result<AsSeenBy, Problem>> {
  return refusedWith([NOT_FOUND, NO_ID], await send<AsSeenBy>(`/as-seen-by/${encodeURIComponent(who)}`))
}
