// Compiles a Rule to a WHERE clause, so that a row the viewer may not see does not load.

import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import { managedOn, type Rule } from '../core/access/rule.ts'
import type { Viewer } from '../core/access/viewer.ts'

/** Where a table keeps what rules ask about. A fact without a column grants nothing. */
export interface FactColumns {
  org: string
  owner: string | null
  subject: string | null
  /** Left out where nothing is handed to anybody. */
  recipient?: string | null
  releasedAt: string | null
  audience?: string
}

/** The columns of most personal tables. */
export const ownedRow: FactColumns = { org: 'org_id', owner: 'owner_id', subject: null, releasedAt: null }
export const ratedRow: FactColumns = {
  org: 'org_id',
  owner: 'owner_id',
  subject: 'subject_id',
  releasedAt: 'released_at',
  audience: 'audience',
}
export const personRow: FactColumns = { org: 'org_id', owner: 'id', subject: 'id', releasedAt: null }
/** People whom somebody keeps; members have no keeper. */
export const keptPersonRow: FactColumns = {
  org: 'org_id',
  owner: 'keeper_id',
  subject: 'id',
  releasedAt: null,
}
/** Rows of the organisation rather than of a person. */
export const sharedRow: FactColumns = { org: 'org_id', owner: null, subject: null, releasedAt: null }

/** For `.where(allowedBy(rule, viewer, columns))`. It always includes the organisation. */
export function allowedBy(rule: Rule, viewer: Viewer, columns: FactColumns) {
  // biome-ignore lint/suspicious/noExplicitAny: the columns are named by data, which the type of one table cannot say.
  return (_: ExpressionBuilder<any, any>): Expression<SqlBool> =>
    sql<SqlBool>`(${sql.ref(columns.org)} = ${viewer.orgId}::uuid and ${compile(rule, viewer, columns)})`
}

function compile(rule: Rule, viewer: Viewer, columns: FactColumns): Expression<SqlBool> {
  switch (rule.kind) {
    case 'nobody':
      return no
    case 'everyone':
      return yes
    case 'owner':
      return isPerson(columns.owner, viewer.personId)
    case 'subject':
      return isPerson(columns.subject, viewer.personId)
    case 'recipient':
      return isPerson(columns.recipient ?? null, viewer.personId)
    case 'managerOf':
      return isOneOf(columns.subject, managedOn(viewer, rule.date))
    case 'admin':
      return viewer.adminOf.includes(rule.scope) ? yes : no
    case 'sealedRelease':
      return columns.releasedAt === null ? no : sql<SqlBool>`${sql.ref(columns.releasedAt)} is not null`
    case 'shownToManager':
      return columns.audience === undefined
        ? no
        : sql<SqlBool>`coalesce(${sql.ref(columns.audience)} = 'manager', false)`
    case 'and':
      return joined(rule.rules, 'and', viewer, columns)
    case 'or':
      return joined(rule.rules, 'or', viewer, columns)
  }
}

const yes = sql<SqlBool>`true`
const no = sql<SqlBool>`false`

// `coalesce`, because a rule answers yes or no: an unknown owner is no.
function isPerson(column: string | null, personId: string | null): Expression<SqlBool> {
  if (column === null || personId === null) return no
  return sql<SqlBool>`coalesce(${sql.ref(column)} = ${personId}::uuid, false)`
}

function isOneOf(column: string | null, ids: string[]): Expression<SqlBool> {
  if (column === null || ids.length === 0) return no
  const list = sql.join(ids.map((id) => sql`${id}::uuid`))
  return sql<SqlBool>`coalesce(${sql.ref(column)} in (${list}), false)`
}

function joined(
  rules: Rule[],
  word: 'and' | 'or',
  viewer: Viewer,
  columns: FactColumns,
): Expression<SqlBool> {
  if (rules.length === 0) return no
  const parts = rules.map((part) => compile(part, viewer, columns))
  return sql<SqlBool>`(${sql.join(parts, sql.raw(` ${word} `))})`
}
