// A route over years that a person keeps, and looks at again once a year to see whether it is still true.

import type { Framework } from '../framework/framework.ts'
import { findRole } from '../framework/look-up.ts'
import { fail, type Result, succeed } from '../result.ts'
import { STAY } from '../target/target.ts'

interface WayStop {
  /** A role id, or `stay`. */
  role: string
  /** Whole years in it; null: its usual stay. */
  years: number | null
}

/** What comes after the role held, in order. */
export type Way = WayStop[]

export interface LongView {
  frameworkDigest: string
  /** The role held when it was written. */
  from: string
  /** One to three, of one to six stops each. */
  ways: Way[]
  /** The year of the first move. */
  startYear: number
  /** Chosen by the writer, so that a retry is recognised. */
  revisionId: string
  /** ISO times: since when it has been like this, and when the person last said that it is true. */
  keptAt: string
  reviewedAt: string
}

export type LongViewCommand = Omit<LongView, 'keptAt' | 'reviewedAt'>

/** Further ahead nobody sees, and more ways nobody can hold beside each other. */
export const MOST_WAYS = 3
export const MOST_STOPS = 6
export const MOST_YEARS = 20

export interface LongViewFailure {
  /** A path into the command, such as `ways/0/1/role`. */
  field: string
  message: string
}

/** What is to be kept. Keeping the same again says that it is still true. */
export function keepLongView(
  framework: Framework,
  command: LongViewCommand,
  known: LongView | null,
  now: string,
): Result<LongView, LongViewFailure> {
  if (findRole(framework, command.from) === undefined)
    return fail({ field: 'from', message: `No role is called ${command.from}.` })
  for (const [at, way] of command.ways.entries()) {
    for (const [index, { role }] of way.entries()) {
      if (role !== STAY && findRole(framework, role) === undefined)
        return fail({ field: `ways/${at}/${index}/role`, message: `No role is called ${role}.` })
    }
  }
  const same = known !== null && saysTheSame(known, command)
  return succeed({ ...command, keptAt: same ? known.keptAt : now, reviewedAt: now })
}

/** Whether two of them mean the same roles in the same years. */
export function saysTheSame(
  a: Pick<LongViewCommand, 'from' | 'ways' | 'startYear'>,
  b: Pick<LongViewCommand, 'from' | 'ways' | 'startYear'>,
): boolean {
  const essence = ({ from, ways, startYear }: typeof a) =>
    JSON.stringify([from, startYear, ways.map((way) => way.map(({ role, years }) => [role, years]))])
  return essence(a) === essence(b)
}

/** A year after it was last said to be true. Both are ISO times. */
export function isReviewDue(longView: Pick<LongView, 'reviewedAt'>, now: string): boolean {
  const due = new Date(longView.reviewedAt)
  due.setUTCFullYear(due.getUTCFullYear() + 1)
  return Date.parse(now) >= due.getTime()
}
