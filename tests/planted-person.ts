// Somebody of whom every personal column of every table holds a mark of its own: what is exported, erased and imported is found by it.
import { randomUUID } from 'node:crypto'
import { NOTHING_SAID } from '../src/core/check-in/check-in.ts'
import { NO_FEEDBACK } from '../src/core/composing/feedback-draft.ts'
import { NO_CONVERSATION } from '../src/core/conversation/conversation.ts'
import { NO_WORDS } from '../src/core/evidence/evidence.ts'
import { NOTHING_TOLD } from '../src/core/feedback/feedback.ts'
import type { PacketContent } from '../src/core/packet/packet.ts'
import { NOTHING_SHARED } from '../src/core/share/share.ts'
import { listColumnTags, listTablesInOrder } from '../src/store/column-tags.ts'
import type { Store } from '../src/store/open.ts'
import { savePerson } from '../src/store/people.ts'
import { textSealer } from '../src/store/private-text/private-text.ts'
import { type SqlSession, sessionIn } from '../src/store/sql-session.ts'
import type { Settled } from './store-of-one.ts'

/** Stands in every planted mark. */
export const CANARY = 'canary-4711'
/** The draft that the planted files and comments belong to. */
const DRAFT = randomUUID()
/** The forecast that the planted outcome belongs to. */
const FORECAST = randomUUID()
/** Values that the tables demand, where any text would not do. */
const DEMANDED: Record<string, string> = {
  'assessment.rater_kind': 'self',
  'rating_revision.reason': 'not-seen',
  'rating_revision.confidence': 'low',
  'job.state': 'waiting',
  'admin_grant.scope': 'people',
  'passkey.counter': '77',
  'progress_revision.level': '3',
  'progress_revision.hours': '2.5',
  'forecast.milestone': 'must-haves',
  'opportunity.kind': 'stretch',
  'opportunity.people': '5',
  'work_part.stage': 'given',
  'calibration_reading.level': '3',
  'assessment.purpose': 'development',
  'round_rater.rater_kind': 'peer',
  'ask.rater_kind': 'peer',
  'ask.purpose': 'development',
  'ask_sent.purpose': 'development',
  'opening.purpose': 'development',
  'agreement.purpose': 'development',
  'dispute.kind': 'contest',
  'held_answer.kind': 'objected',
  'held_answer.wish': 'beside',
  'sealed_contribution.purpose': 'development',
}
/** What the application itself may not write. */
const OF_THE_KEEPER = new Set(['sealed_contribution', 'rater_strictness', 'counted_person'])
const FIXED = new Set([
  'audience',
  'framework_digest',
  'before_digest',
  'after_digest',
  'digest',
  'base_hash',
  // A hash of the quantiles beside it, which go out themselves.
  'numbers',
])

const TEAM = randomUUID()
const SOMEBODY = randomUUID()
/** The round that the planted lines belong to. */
const ROUND = randomUUID()
/** The change of the list that the planted record belongs to. */
const LIST_CHANGE = randomUUID()
/** The joining that the planted answer belongs to. */
const JOINING = randomUUID()
/** The packet that the planted version belongs to. */
const PACKET = randomUUID()
const NO_PACKET: PacketContent = {
  purpose: 'review',
  role: 'senior-engineer',
  held: null,
  from: '2026-01-01',
  until: '2026-11-01',
  title: '',
  summary: '',
  sections: [],
  answers: [],
}

/** What is sealed in a column, with a mark among its words. */
const SEALED_WORDS: Record<string, (mark: string) => unknown> = {
  'evidence_revision.sealed': (mark) => ({ ...NO_WORDS, text: mark }),
  'feedback_revision.sealed': (mark) => ({ ...NOTHING_TOLD, text: mark }),
  'share_revision.sealed': (mark) => ({ content: { ...NOTHING_SHARED, to: mark }, endedOn: null }),
  'received_share_revision.sealed': (mark) => ({
    file: { ...NOTHING_SHARED, schema: 'skillmap-share', schemaVersion: 1, id: randomUUID(), from: mark },
  }),
  'feedback_draft_revision.sealed': (mark) => ({ ...NO_FEEDBACK, recipient: mark }),
  'conversation_revision.sealed': (mark) => ({ ...NO_CONVERSATION, oneThing: mark }),
  'check_in_revision.sealed': (mark) => ({ ...NOTHING_SAID, inTheWay: mark }),
  'packet.sealed': (mark) => ({ ...NO_PACKET, summary: mark }),
  'packet_version.sealed': (mark) => ({ ...NO_PACKET, summary: mark }),
}

/** Puts a mark of its own into each personal text column; returns the marks, by column. */
export async function plantCanaries(
  store: Store,
  settled: Settled,
): Promise<Map<string, { mark: string; isSecret: boolean }>> {
  const tags = await store.database.alone(listColumnTags)
  // What expires and is nobody's, such as how often somebody tried to get in, names no person in any column.
  const personal = tags.filter(
    (tag) => tag.retention === 'person' || (tag.retention === 'expires' && tag.owner !== null),
  )
  const order = await store.database.alone(listTablesInOrder)
  const planted = new Map<string, { mark: string; isSecret: boolean }>()
  await store.withViewer(settled.viewer, async (tx) => {
    await savePerson(tx, { id: settled.personId, displayName: `${CANARY}-person-display_name` })
    planted.set('person.display_name', { mark: `${CANARY}-person-display_name`, isSecret: false })
    const session = sessionIn(tx)
    const seal = await textSealer(tx)
    await plantOrganisation(session, settled)
    for (const table of order.filter((one) => personal.some((tag) => tag.table === one))) {
      if (table === 'person' || table === 'target' || table === 'assessment_rater') continue
      const own = tags.filter((tag) => tag.table === table)
      const values = own.map((tag): [string, unknown] => {
        const column = `${table}.${tag.column}`
        const isText = tag.type === 'text' || tag.type === 'jsonb'
        if (isText && !FIXED.has(tag.column) && DEMANDED[column] === undefined && tag.retention !== 'org') {
          const mark = `${CANARY}-${table}-${tag.column}`
          planted.set(column, { mark, isSecret: tag.purpose === 'secret' })
          return [tag.column, tag.type === 'jsonb' ? JSON.stringify([mark]) : mark]
        }
        return [tag.column, valueFor(settled, { column, name: tag.column, type: tag.type })]
      })
      const [, rowId] =
        values.find(([name]) => name === 'revision_id') ?? values.find(([name]) => name === 'id') ?? []
      for (const sealed of own.filter((tag) => tag.purpose === 'sealed-text')) {
        const column = `${table}.${sealed.column}`
        const words = SEALED_WORDS[column]?.(planted.get(column)?.mark ?? '')
        const value = seal({ table, rowId: String(rowId) }, words)
        values.splice(own.indexOf(sealed), 1, [sealed.column, value])
      }
      const names = values.map(([name]) => `"${name}"`).join(', ')
      const places = values.map((_, n) => `$${n + 1}`).join(', ')
      if (OF_THE_KEEPER.has(table)) await session.run('SET LOCAL ROLE skillmap_keeper')
      await session.query(
        `INSERT INTO "${table}" (${names}) VALUES (${places})`,
        values.map(([, value]) => value),
      )
      await session.run('SET LOCAL ROLE skillmap_app')
    }
  })
  return planted
}

/** What planted rows refer to: a team, and somebody whom the person keeps. */
async function plantOrganisation(session: SqlSession, settled: Settled): Promise<void> {
  const { orgId } = settled.viewer
  await session.query('INSERT INTO team (org_id, id, name, created_at) VALUES ($1, $2, $3, now())', [
    orgId,
    TEAM,
    'Platform',
  ])
  await session.query(
    `INSERT INTO round (org_id, id, title, purpose, confidential, manager_sees, framework_digest, skills, kinds,
       starts_on, ends_on, started_by, started_at)
     VALUES ($1, $2, 'Autumn', 'development', false, false, $3, '[]', '[]', '2026-11-01', '2026-12-01', $4, now())`,
    [orgId, ROUND, settled.digest, settled.personId],
  )
  await session.query(
    `INSERT INTO person (org_id, id, keeper_id, display_name, relation, revision_id)
     VALUES ($1, $2, $3, 'Somebody', 'manager', $2)`,
    [orgId, SOMEBODY, settled.personId],
  )
  await session.query(
    `INSERT INTO list_change (org_id, id, source, label, added_teams, people, made_at)
     VALUES ($1, $2, 'page', '', '[]', 1, now())`,
    [orgId, LIST_CHANGE],
  )
}

function valueFor(
  settled: Settled,
  { column, name, type }: { column: string; name: string; type: string },
): unknown {
  if (DEMANDED[column] !== undefined) return DEMANDED[column]
  if (name === 'org_id') return settled.viewer.orgId
  if (name === 'owner_id' || name === 'subject_id') return settled.personId
  if (name === 'assessment_id') return settled.assessmentId
  if (name.endsWith('digest') || name === 'base_hash') return settled.digest
  if (column === 'forecast.id' || name === 'forecast_id') return FORECAST
  if (name === 'team_id') return TEAM
  if (name === 'manager_id' || name === 'recipient_id' || name === 'rater_id') return SOMEBODY
  if (name === 'keeper_id' || name === 'kept_id') return SOMEBODY
  if (column === 'joining.id' || name === 'joining_id') return JOINING
  if (name === 'round_id') return ROUND
  if (name === 'change_id') return LIST_CHANGE
  if (column === 'packet.id' || name === 'packet_id') return PACKET
  if (column === 'draft.id' || name === 'draft_id') return DRAFT
  if (name === 'audience') return 'owner'
  if (name === 'level') return null
  if (type === 'uuid') return randomUUID()
  if (type === 'integer') return 77
  if (type === 'boolean') return false
  if (type === 'date') return '2026-11-01'
  return '2026-11-01T00:00:00.000Z'
}
