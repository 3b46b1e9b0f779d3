// What a route answers once a revision was saved, taken back, or could not be.
import { fail, type Result, succeed } from '../core/result.ts'
import type { ViewerTransaction } from '../store/viewer-transaction.ts'
import type { Asked, Outcome, Reply } from './define-route.ts'
import { type Refusal, refuse, refuseField } from './errors.ts'
import { readSeen, tagOf } from './preconditions.ts'

/** As the store says it: the id is in use, or somebody changed it first. */
type RevisionFailure = { kind: 'revision-taken' } | { kind: 'stale'; current: unknown }

/** 201 the first time, 200 from then on; ETag holds the revision, for changing it. */
export function replyWithRevision(saved: { revisionId: string; version: number }): Reply {
  const headers = { etag: tagOf(saved.revisionId) }
  return { status: saved.version === 1 ? 201 : 200, body: saved, headers }
}

/** With the revision that holds, if the viewer may see one; the words say what there is none of, or what changed. */
export function refusalOfRevision(
  failure: RevisionFailure,
  words: { none: string; changed: string },
): Refusal {
  if (failure.kind === 'revision-taken')
    return refuseField('revisionId', 'This revision id belongs to something else. Make a new one.')
  const { current } = failure
  return { ...refuse('stale', current === null ? words.none : words.changed), current }
}

/** Takes back the revision that If-Match names: a new one without words, under the same address. */
export async function answerWithdrawal<Address extends object, Failure>(
  { params, header, services, signedIn }: Asked<Address, unknown, unknown>,
  save: (
    tx: ViewerTransaction,
    withdrawal: Address & { revisionId: string; withdrawnAt: string },
    seen: string,
  ) => Promise<Result<unknown, Failure>>,
  refusalOf: (failure: Failure) => Refusal,
): Promise<Outcome> {
  const seen = readSeen(header)
  if (!seen.ok) return seen
  return services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
    const withdrawal = { ...params, revisionId: services.newId(), withdrawnAt: tx.now }
    const done = await save(tx, withdrawal, seen.value)
    return done.ok ? succeed({ status: 204 }) : fail(refusalOf(done.failure))
  })
}
