// Creates once: the answer to an Idempotency-Key is kept in the same transaction as what it created.
import { createHash } from 'node:crypto'
import type { Viewer } from '../core/access/viewer.ts'
import { canonicalJson } from '../core/framework/canonical-json.ts'
import { fail, type Result, succeed } from '../core/result.ts'
import { findAnswer, saveAnswer } from '../store/idempotency.ts'
import { codeOf, type ViewerTransaction } from '../store/viewer-transaction.ts'
import type { Services } from './app-env.ts'
import type { Outcome, Reply } from './define-route.ts'
import { type Refusal, refuse } from './errors.ts'
import { readIdempotencyKey } from './preconditions.ts'

const UNIQUE_VIOLATION = '23505'

interface OnceNeeds {
  header(name: string): string | undefined
  services: Services
  viewer: Viewer
}

/**
 * Runs `create` once per key and person. The same key with the same request repeats the first answer; with
 * another request it is refused. `operation` keeps one key from meaning two different things. A refusal rolls
 * back and is not kept, so that the same request may be tried again.
 */
export async function onceOnly(
  needs: OnceNeeds,
  operation: string,
  body: unknown,
  create: (tx: ViewerTransaction) => Promise<Outcome>,
): Promise<Outcome> {
  const key = readIdempotencyKey(needs.header)
  if (!key.ok) return key
  const requestHash = createHash('sha256')
    .update(`${operation}\n${canonicalJson(body)}`)
    .digest('hex')
  const run = () => runOnce(needs, key.value, requestHash, create)
  try {
    return await run()
  } catch (error) {
    // Two of the same at once: the second one lost as a whole and finds the first one's answer now.
    if (codeOf(error) === UNIQUE_VIOLATION) return run()
    throw error
  }
}

async function runOnce(
  needs: OnceNeeds,
  key: string,
  requestHash: string,
  create: (tx: ViewerTransaction) => Promise<Outcome>,
): Promise<Outcome> {
  try {
    return await needs.services.store.withViewer(needs.viewer, async (tx) => {
      const kept = await findAnswer(tx, key, requestHash)
      if (!kept.ok)
        return fail(refuse('key-reused', 'This Idempotency-Key was sent with another request before.'))
      if (kept.value !== null) return repeat(kept.value)
      const outcome = await create(tx)
      if (!outcome.ok) throw new RolledBack(outcome)
      const { status, body: answer, headers } = outcome.value
      await saveAnswer(tx, key, requestHash, { status, response: { body: answer, headers: headers ?? {} } })
      return outcome
    })
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error
    return (await answerOfTwin(needs, key, requestHash)) ?? error.outcome
  }
}

/**
 * The same request at once, perhaps at another process, may have been done meanwhile: then what it made is what this one
 * was refused for, such as a name that is taken.
 */
async function answerOfTwin(needs: OnceNeeds, key: string, requestHash: string): Promise<Outcome | null> {
  return needs.services.store.withViewer(needs.viewer, async (tx) => {
    const kept = await findAnswer(tx, key, requestHash)
    return kept.ok && kept.value !== null ? repeat(kept.value) : null
  })
}

/** Carries a refusal out of a transaction that must leave nothing behind. */
class RolledBack extends Error {
  readonly outcome: Result<never, Refusal>
  constructor(outcome: Result<never, Refusal>) {
    super('rolled back')
    this.outcome = outcome
  }
}

function repeat(kept: { status: number; response: unknown }): Outcome {
  const { body, headers } = kept.response as { body: unknown; headers: Record<string, string> }
  const reply: Reply = { status: kept.status, body, headers: { ...headers, 'idempotency-replayed': 'true' } }
  return succeed(reply)
}
