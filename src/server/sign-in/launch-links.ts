// One-time links that let a browser in: kept in memory, ten minutes long, good for one visit.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

const LIFETIME_MS = 10 * 60 * 1000
/** More than this many unused links at a time means that something asks for them in a loop. */
const MOST_AT_ONCE = 50

export interface LaunchLinks {
  /** A fresh token; the oldest unused ones are dropped when there are too many. */
  issue(now: Date): string
  /** True once per token, and only within ten minutes of its issue. */
  redeem(token: string, now: Date): boolean
}

/** What is stored in place of a secret, so that a look at memory or at the database lets nobody in. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** 256 random bits, safe in addresses and cookies. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** Compares secrets without telling by its duration how much of one was right. */
export function sameSecret(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(hashSecret(one)), Buffer.from(hashSecret(other)))
}

export function createLaunchLinks(): LaunchLinks {
  const expiries = new Map<string, number>()
  return {
    issue(now) {
      const token = newSecret()
      for (const [hash, expiry] of expiries) {
        if (expiry <= now.getTime() || expiries.size >= MOST_AT_ONCE) expiries.delete(hash)
      }
      expiries.set(hashSecret(token), now.getTime() + LIFETIME_MS)
      return token
    },
    redeem(token, now) {
      const hash = hashSecret(token)
      const expiry = expiries.get(hash)
      expiries.delete(hash)
      return expiry !== undefined && now.getTime() < expiry
    },
  }
}
