// How often somebody may begin and fail to get in: for each address and each account, over all processes of a server.
import { visitor } from '../../core/access/viewer.ts'
import { findSignInCounts, type SignInCount, saveSignInCounts } from '../../store/sign-in/sign-in-counts.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import type { Services } from '../app-env.ts'
import { orgOf } from './attempts.ts'

const WINDOW_MS = 10 * 60 * 1000

/** How often within ten minutes. An office has many people behind one address, and most of them get in. */
const MOST = { begun: 600, address: 60, account: 10 }
type LimitedBy = keyof typeof MOST
/** By what it is counted: the address, or what stands for an account. */
export type LimitedKeys = Partial<Record<LimitedBy, string>>

/** Seconds to wait after too many failures; null where another try is fine. Writes nothing. */
export function waitAfterFailures(services: Services, keys: LimitedKeys): Promise<number | null> {
  return asVisitor(services, async (tx) => waitIn(await findSignInCounts(tx, namesOf(keys)), tx, keepsOut))
}

/**
 * Counts one more beginning from this address. Seconds to wait, and nothing counted, where there were too many, or too
 * many failures; null where it is fine. However many begin at once, no more than the most of them are told so.
 */
export function countBeginning(services: Services, address: string): Promise<number | null> {
  return asVisitor(services, async (tx) => {
    const wait = waitIn(await findSignInCounts(tx, namesOf({ begun: address, address })), tx, keepsOut)
    if (wait !== null) return wait
    const counted = await saveSignInCounts(tx, namesOf({ begun: address }), windowFrom(tx))
    return waitIn(counted, tx, (by, { times }) => times > MOST[by])
  })
}

/** Counts one more failure for each. */
export async function countFailures(services: Services, keys: LimitedKeys): Promise<void> {
  await asVisitor(services, (tx) => saveSignInCounts(tx, namesOf(keys), windowFrom(tx)))
}

function asVisitor<Value>(services: Services, work: (tx: ViewerTransaction) => Promise<Value>) {
  return services.store.withViewer(visitor(orgOf(services)), work)
}

const keepsOut = (by: LimitedBy, { times }: SignInCount) => times >= MOST[by]

function namesOf(keys: LimitedKeys): string[] {
  return Object.entries(keys).map(([by, key]) => `${by} ${key}`)
}

function waitIn(
  counts: ReadonlyMap<string, SignInCount>,
  tx: ViewerTransaction,
  isTooMany: (by: LimitedBy, count: SignInCount) => boolean,
): number | null {
  for (const [name, count] of counts) {
    const by = name.slice(0, name.indexOf(' ')) as LimitedBy
    if (!isTooMany(by, count)) continue
    return Math.max(1, Math.ceil((Date.parse(count.expiresAt) - Date.parse(tx.now)) / 1000))
  }
  return null
}

function windowFrom(tx: ViewerTransaction): string {
  return new Date(Date.parse(tx.now) + WINDOW_MS).toISOString()
}
