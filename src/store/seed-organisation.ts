// An invented organisation of any size, written in bulk: for measuring, never beside anybody's real data.

import type { Framework } from '../core/framework/framework.ts'
import { topLevel } from '../core/framework/look-up.ts'
import type { Store } from './open.ts'
import { listOrgIds } from './org-ids.ts'
import { inTransaction, type SqlSession } from './sql-session.ts'
import { checkedUuid } from './viewer-transaction.ts'

export interface SeedSize {
  people: number
  /** About so many each, in four assessments: three of their own, one by their manager. */
  ratingsEach: number
  /** Of so many teams each report has handed their levels to their manager. */
  teamsHandingOver: number
}

/** A manager and this many reports. */
const SEEDED_REPORTS = 12
const GROUP = SEEDED_REPORTS + 1
/** People written in one transaction. */
const AT_ONCE = 1000
const OWN_ASSESSMENTS = 3

/** The id of the nth thing of a kind: the same in every database that is seeded, and a valid UUID. */
export function seededId(kind: string, n: number | string): string {
  return `overlay(overlay(md5('skillmap ${kind} ' || ${n}) placing '4' from 13) placing '8' from 17)::uuid`
}

/** Refuses a database that holds an organisation already. Told as it goes how many people are written. */
export async function seedOrganisation(
  store: Store,
  given: { orgId: string; framework: Framework; digest: string; size: SeedSize },
  progress: (people: number) => void,
): Promise<void> {
  const orgId = checkedUuid(given.orgId)
  if ((await listOrgIds(store.database)).some((id) => id !== orgId) || (await countPeople(store)) > 0)
    throw new Error('This database holds an organisation already; an invented one needs an empty database.')
  const { people } = given.size
  for (let from = 0; from < people; from += AT_ONCE) {
    const until = Math.min(people, from + AT_ONCE) - 1
    await asKeeper(store, async (session) => {
      for (const statement of statementsFor({ ...given, orgId }, from, until)) await session.run(statement)
    })
    progress(until + 1)
  }
  await store.database.alone((session) => session.run('ANALYZE'))
}

async function asKeeper<Value>(store: Store, work: (session: SqlSession) => Promise<Value>): Promise<Value> {
  return store.database.alone((session) =>
    inTransaction(session, async () => {
      await session.run('SET LOCAL ROLE skillmap_keeper')
      return work(session)
    }),
  )
}

async function countPeople(store: Store): Promise<number> {
  return asKeeper(store, async (session) => {
    const { rows } = await session.query('SELECT count(*)::int AS count FROM person')
    return Number(rows[0]?.count)
  })
}

interface Seed {
  orgId: string
  framework: Framework
  digest: string
  size: SeedSize
}

function statementsFor(seed: Seed, from: number, until: number): string[] {
  const numbers = `generate_series(${from}, ${until}) AS n`
  const org = `'${seed.orgId}'::uuid`
  const person = seededId('person', 'n')
  const began = `'2024-01-01'`
  const roles = seed.framework.roles.map((role) => `'${role.id.replaceAll("'", "''")}'`)
  return [
    `INSERT INTO person (org_id, id, display_name, audience)
     SELECT ${org}, ${person}, 'Person ' || lpad(n::text, 6, '0'), 'organisation' FROM ${numbers}`,
    `INSERT INTO team (org_id, id, name, created_at)
     SELECT ${org}, ${seededId('team', `(n / ${GROUP})`)}, 'Team ' || (n / ${GROUP}), now()
     FROM ${numbers} WHERE n % ${GROUP} = 0`,
    `INSERT INTO team_member (org_id, id, owner_id, team_id, from_on, audience)
     SELECT ${org}, ${seededId('membership', 'n')}, ${person}, ${seededId('team', `(n / ${GROUP})`)}, ${began}, 'organisation'
     FROM ${numbers}`,
    `INSERT INTO management (org_id, id, owner_id, manager_id, from_on, audience)
     SELECT ${org}, ${seededId('management', 'n')}, ${person}, ${seededId('person', `(n / ${GROUP} * ${GROUP})`)}, ${began}, 'organisation'
     FROM ${numbers} WHERE n % ${GROUP} <> 0`,
    `INSERT INTO held_role (org_id, id, owner_id, framework_id, role, from_on, audience)
     SELECT ${org}, ${seededId('held role', 'n')}, ${person}, '${seed.framework.id}',
       (ARRAY[${roles.join(', ')}])[1 + n % ${roles.length}], ${began}, 'organisation' FROM ${numbers}`,
    ...assessmentStatements(seed, numbers),
    handoverStatement(seed, numbers),
  ]
}

function assessmentStatements({ orgId, framework, digest, size }: Seed, numbers: string): string[] {
  const org = `'${orgId}'::uuid`
  const person = seededId('person', 'n')
  const manager = seededId('person', `(n / ${GROUP} * ${GROUP})`)
  const skills = framework.skills.filter((skill) => !skill.private).map((skill) => skill.id)
  const each = Math.max(1, Math.min(skills.length, Math.round(size.ratingsEach / (OWN_ASSESSMENTS + 1))))
  const opened = `'2024-06-01T10:00:00Z'::timestamptz + a * interval '300 days'`
  const assessment = seededId('assessment', `n || ' ' || a`)
  const isManagers = `a = ${OWN_ASSESSMENTS}`
  const owner = `CASE WHEN ${isManagers} THEN ${manager} ELSE ${person} END`
  const all = `${numbers} CROSS JOIN generate_series(0, ${OWN_ASSESSMENTS}) AS a WHERE NOT (${isManagers} AND n % ${GROUP} = 0)`
  const skill = `(ARRAY[${skills.map((id) => `'${id}'`).join(', ')}])[1 + (s + n) % ${skills.length}]`
  const level = `abs(hashint4(n * 7919 + s * 104729 + a)) % ${topLevel(framework) + 1}`
  return [
    `INSERT INTO assessment (org_id, id, owner_id, subject_id, rater_kind, framework_digest, role, opened_at, last_activity_at, closed_at)
     SELECT ${org}, ${assessment}, ${owner}, ${person}, CASE WHEN ${isManagers} THEN 'manager' ELSE 'self' END,
       '${digest}', '${framework.roles[0]?.id ?? ''}', ${opened}, ${opened}, ${opened} FROM ${all}`,
    `INSERT INTO rating_revision (org_id, revision_id, assessment_id, owner_id, subject_id, skill, version, level, approaching, behaviours, note, rated_at)
     SELECT ${org}, ${seededId('rating', `n || ' ' || a || ' ' || s`)}, ${assessment}, ${owner}, ${person}, ${skill}, 1, ${level},
       false, '[]', '', ${opened} FROM (SELECT n, a FROM ${all}) AS whose CROSS JOIN generate_series(0, ${each - 1}) AS s`,
  ]
}

function handoverStatement({ orgId, framework, digest, size }: Seed, numbers: string): string {
  const top = topLevel(framework)
  const label = { id: framework.id, name: framework.name, version: framework.version, digest, topLevel: top }
  const skills = framework.skills
    .filter((skill) => !skill.private)
    .map(({ id, name }, index) => `(${index}, '${id}', '${name.replaceAll("'", "''")}')`)
  const low = `abs(hashint4(n * 31 + s.index)) % ${Math.max(1, top * 10 - 10)} / 10.0`
  return `INSERT INTO handover (org_id, id, owner_id, recipient_id, framework_digest, content, audience, handed_over_at, released_at)
    SELECT '${orgId}'::uuid, ${seededId('handover', 'n')}, ${seededId('person', 'n')},
      ${seededId('person', `(n / ${GROUP} * ${GROUP})`)}, '${digest}',
      jsonb_build_object('from', 'Person ' || n, 'to', '', 'words', '', 'sharedOn', '2026-11-01', 'role', NULL,
        'framework', '${JSON.stringify(label).replaceAll("'", "''")}'::jsonb, 'destinations', '[]'::jsonb,
        'items', (SELECT jsonb_agg(jsonb_build_object('kind', 'level', 'skill', jsonb_build_object('id', s.id, 'name', s.name),
          'own', NULL, 'likely', jsonb_build_object('low', ${low}, 'high', ${low} + 1))) FROM (VALUES ${skills.join(', ')}) AS s (index, id, name))),
      'recipient', '2026-11-01T10:00:00Z', '2026-11-01T10:00:00Z'
    FROM ${numbers} WHERE n % ${GROUP} <> 0 AND n / ${GROUP} < ${size.teamsHandingOver}`
}
