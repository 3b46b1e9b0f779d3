// What the organisation keeps about somebody, as its keepers and the person themselves read it.
import { createHash } from 'node:crypto'
import { z } from '@hono/zod-openapi'
import { memberRecordRules } from '../../core/access/member-record.ts'
import { evaluateRule } from '../../core/access/rule.ts'
import { ADMIN_SCOPES } from '../../core/access/viewer.ts'
import { canonicalJson } from '../../core/framework/canonical-json.ts'
import type { Framework } from '../../core/framework/framework.ts'
import {
  type Effect,
  isTakenBack,
  type ListedPerson,
  type PeopleList,
} from '../../core/organisation/people-list.ts'
import { sayEffect, sayLine } from '../../core/organisation/say-change.ts'
import { effectsTold, linesTold } from '../../core/organisation/told-to-person.ts'
import { listAdminGrants } from '../../store/organisation/admin-grants.ts'
import { type ListChange, listListChanges, listMemberChanges } from '../../store/organisation/past-changes.ts'
import { loadPeopleList } from '../../store/organisation/people-list.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import { day, moment, uuid } from '../wire.ts'

const lineSchema = z.strictObject({
  id: uuid,
  kind: z.enum(['team', 'manager', 'role']),
  value: z.string().openapi({
    description:
      'The id of the team or the manager; of a role the framework and the role, parted by a slash.',
  }),
  says: z.string().openapi({ description: 'In words, such as “Team Platform”.' }),
  from: day,
  until: day.nullable(),
})

const recordChangeSchema = z.strictObject({
  id: uuid,
  madeAt: moment,
  source: z.enum(['page', 'file', 'directory', 'undo']),
  label: z.string(),
  madeBy: z.string().nullable().openapi({ description: 'The name; null for a directory or the terminal.' }),
  undoneAt: moment.nullable(),
  people: z.number().int().openapi({ description: 'How many people it changed.' }),
  says: z.array(z.string()),
})

export const personRecordSchema = z
  .strictObject({
    id: uuid,
    displayName: z.string(),
    leftOn: day.nullable(),
    closedAt: moment.nullable().openapi({ description: 'Since when nobody is let in as them.' }),
    userName: z.string().nullable(),
    externalId: z.string().nullable(),
    lines: z.array(lineSchema),
    administers: z.array(z.strictObject({ scope: z.enum(ADMIN_SCOPES as ['people']), since: moment })),
    changes: z.array(recordChangeSchema).openapi({ description: 'The latest first.' }),
    revisionId: z.string().openapi({ description: 'For If-Match.' }),
  })
  .openapi('PersonRecord')

export type PersonRecordAnswer = z.infer<typeof personRecordSchema>

/** Names the state of somebody's record: the same record has the same one. */
export function revisionOf(person: ListedPerson): string {
  return hashOf({ ...person, lines: person.lines.toSorted((a, b) => (a.id < b.id ? -1 : 1)) })
}

export function hashOf(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex').slice(0, 32)
}

export async function describeRecord(
  tx: ViewerTransaction,
  person: ListedPerson,
  framework: Framework,
): Promise<PersonRecordAnswer> {
  const changes = await listMemberChanges(tx, [person.id])
  const made = new Map(
    (await listListChanges(tx, { ids: [...new Set(changes.map((one) => one.changeId))] })).map((one) => [
      one.id,
      one,
    ]),
  )
  const list = await loadNamed(tx, person, changes, [...made.values()])
  const told = toldOf(tx, person, list)
  const roleTitle = (id: string) => framework.roles.find((role) => role.id === id)?.name ?? id
  const grants = (await listAdminGrants(tx)).filter(({ personId }) => personId === person.id)
  return {
    id: person.id,
    displayName: person.displayName,
    leftOn: person.leftOn,
    closedAt: person.closedAt,
    userName: person.userName,
    externalId: person.externalId,
    lines: told
      .lines(person.lines)
      .filter((line) => !isTakenBack(line))
      .map((line) => ({ ...line, says: sayLine(line, list, roleTitle) })),
    administers: grants.map(({ scope, grantedAt }) => ({ scope: scope as 'people', since: grantedAt })),
    changes: changes.flatMap(({ changeId, effects: all, madeAt }) => {
      const about = made.get(changeId)
      const effects = told.effects({ effects: all, people: about?.people ?? 1 })
      if (effects.length === 0) return []
      const change = {
        id: changeId,
        madeAt,
        source: about?.source ?? 'page',
        label: about?.label ?? '',
        madeBy: list.people.get(about?.madeBy ?? '')?.displayName ?? null,
        undoneAt: about?.undoneAt ?? null,
        people: about?.people ?? 1,
        says: effects.map((effect) => sayEffect(effect, list, roleTitle)),
      }
      return [change]
    }),
    revisionId: revisionOf(person),
  }
}

/** Whoever keeps the list reads all of it; the person learns of nobody's last day but their own before it has come. */
function toldOf({ viewer, now }: ViewerTransaction, person: ListedPerson, { people }: PeopleList) {
  const ofEverybody = { orgId: viewer.orgId, ownerId: null, subjectId: null, releasedAt: null }
  const isKeeper = evaluateRule(memberRecordRules.list, viewer, ofEverybody)
  const lastDays = new Map([...people.values()].map(({ id, leftOn }) => [id, leftOn]))
  const today = now.slice(0, 10)
  return {
    lines: (lines: ListedPerson['lines']) => (isKeeper ? lines : linesTold(lines, lastDays, today)),
    effects: (change: { effects: Effect[]; people: number }) =>
      isKeeper ? change.effects : effectsTold(change, person.lines, { lastDays, today }),
  }
}

/** The names of everybody whom the record speaks of. */
async function loadNamed(
  tx: ViewerTransaction,
  person: ListedPerson,
  changes: Awaited<ReturnType<typeof listMemberChanges>>,
  made: readonly ListChange[],
): Promise<PeopleList> {
  const ids = new Set([person.id, ...made.flatMap(({ madeBy }) => (madeBy === null ? [] : [madeBy]))])
  for (const { kind, value } of person.lines) if (kind === 'manager') ids.add(value)
  for (const { effects } of changes)
    for (const effect of effects)
      if (effect.kind === 'line' && effect.line.kind === 'manager') ids.add(effect.line.value)
  return loadPeopleList(tx, [...ids])
}
