// What everything about signing in shares: the origin, the ways that are on, and what is said after too many tries.
import type { Services } from '../app-env.ts'
import { type Refusal, refuse } from '../errors.ts'
import { countBeginning, countFailures, type LimitedKeys, waitAfterFailures } from './attempt-limits.ts'
import { openIdProvider, type Provider } from './provider.ts'
import type { SignInSettings } from './sign-in-settings.ts'

export interface SignInDesk {
  /** Where browsers reach the server. */
  origin: string
  settings: SignInSettings
  provider: Provider | null
  log: (line: string) => void
}

export function signInDesk(
  origin: string,
  settings: SignInSettings,
  log: (line: string) => void,
): SignInDesk {
  const provider = settings.provider === null ? null : openIdProvider(settings.provider)
  return { origin, settings, provider, log }
}

/** Where the provider sends a browser back to. */
export function callbackAddress({ origin }: SignInDesk): string {
  return `${origin}/sign-in/callback`
}

/** The ways that are on, as pages show them. */
export function waysIn({ settings }: SignInDesk): { passkeys: boolean; provider: string | null } {
  return { passkeys: settings.passkeys, provider: settings.provider?.name ?? null }
}

/** Refuses another try after too many failures; null where it is fine. */
export async function refusalByLimits(services: Services, keys: LimitedKeys): Promise<Refusal | null> {
  return refusalUntil(await waitAfterFailures(services, keys))
}

/** Counts a beginning, and refuses it where there were too many from one address. */
export async function refusalToBegin(services: Services, address: string): Promise<Refusal | null> {
  return refusalUntil(await countBeginning(services, address))
}

export async function countFailure(
  services: Services,
  { address, account }: { address: string; account?: string },
): Promise<void> {
  await countFailures(services, account === undefined ? { address } : { address, account })
}

function refusalUntil(retryAfter: number | null): Refusal | null {
  if (retryAfter === null) return null
  const minutes = Math.ceil(retryAfter / 60)
  const when = minutes === 1 ? 'a minute' : `${minutes} minutes`
  return { ...refuse('too-many', `That was tried too often. Try again in ${when}.`), retryAfter }
}
