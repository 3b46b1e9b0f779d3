// Which levels two people have agreed on as of now: of each skill the last word, whichever version it stands in.

import type { Agreement } from './agreement.ts'

export interface AgreedNow {
  level: number
  /** ISO day on which the version was signed that says so. */
  on: string
}

type Signed = Pick<Agreement, 'items' | 'signedAt' | 'version'>

/**
 * By skill. Agreements of one purpose about one person, in any order; what is not signed says nothing. A version is
 * about the skills in it: what it leaves out stays as it was agreed before. A level that is still to be shown by a day
 * is a wish and not yet a level; asked for again at or below what was agreed, it takes back that this was shown.
 */
export function agreedNow(agreements: readonly Signed[]): Map<string, AgreedNow> {
  const now = new Map<string, AgreedNow>()
  for (const { items, signedAt } of inOrder(agreements)) {
    for (const { skill, level, by } of items) {
      if (by === null) now.set(skill, { level, on: signedAt.slice(0, 10) })
      else if (level <= (now.get(skill)?.level ?? -1)) now.delete(skill)
    }
  }
  return now
}

function inOrder(agreements: readonly Signed[]): (Signed & { signedAt: string })[] {
  return agreements
    .flatMap((one) => (one.signedAt === null ? [] : [{ ...one, signedAt: one.signedAt }]))
    .sort((a, b) => (a.signedAt < b.signedAt ? -1 : a.signedAt > b.signedAt ? 1 : a.version - b.version))
}
