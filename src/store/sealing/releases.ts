// Releases of figures about several people: made once, read by everybody of the organisation, never changed.

import { releaseRules } from '../../core/access/release.ts'
import { everyone } from '../../core/access/rule.ts'
import type { Framework } from '../../core/framework/framework.ts'
import type { Block } from '../../core/sealing/block.ts'
import type { SkillQuality } from '../../core/sealing/framework-quality.ts'
import { type Cell, makeRelease } from '../../core/sealing/release.ts'
import { FEWEST_COUNTED } from '../../core/sealing/thresholds.ts'
import { allowedBy, type FactColumns, sharedRow } from '../access.ts'
import { asKeeper } from '../as-keeper.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'
import { listReleasePeople } from './release-people.ts'

const releaseRow: FactColumns = { org: 'org_id', owner: null, subject: null, releasedAt: 'released_at' }

export interface ViewRelease {
  id: string
  /** 1 for the first. */
  number: number
  frameworkDigest: string
  /** What the view was switched on for when it was made. */
  purpose: string
  /** ISO day. */
  releasedOn: string
}

/** The newest first. */
export async function listReleases(tx: ViewerTransaction): Promise<ViewRelease[]> {
  const rows = await tx.db
    .selectFrom('view_release')
    .selectAll()
    .where(allowedBy(releaseRules.see, tx.viewer, releaseRow))
    .orderBy('number', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    frameworkDigest: row.framework_digest,
    purpose: row.purpose,
    releasedOn: row.released_at.slice(0, 10),
  }))
}

export interface CellFilter {
  /** Empty is the whole organisation; absent is any. */
  teams?: readonly string[]
  path?: string
  role?: string
}

/** Cells of a release that the viewer sees; without `path` or `role` those of any. */
export async function listCells(
  tx: ViewerTransaction,
  releaseId: string,
  filter: CellFilter,
): Promise<Cell[]> {
  const { teams, path, role } = filter
  if (teams?.length === 0) return []
  let query = tx.db
    .selectFrom('release_cell')
    .innerJoin('view_release', (join) =>
      join
        .onRef('view_release.org_id', '=', 'release_cell.org_id')
        .onRef('view_release.id', '=', 'release_cell.release_id'),
    )
    .select(['release_cell.team', 'release_cell.path', 'release_cell.role', 'release_cell.figures'])
    .where(
      allowedBy(releaseRules.see, tx.viewer, {
        ...releaseRow,
        org: 'view_release.org_id',
        releasedAt: 'view_release.released_at',
      }),
    )
    .where('release_cell.org_id', '=', tx.viewer.orgId)
    .where('release_cell.release_id', '=', releaseId)
  if (teams !== undefined) query = query.where('release_cell.team', 'in', [...teams])
  if (path !== undefined) query = query.where('release_cell.path', '=', path)
  if (role !== undefined) query = query.where('release_cell.role', '=', role)
  const rows = await query.orderBy('release_cell.team').execute()
  const named = (text: string) => (text === '' ? null : text)
  return rows.map((row) => ({
    team: named(row.team),
    path: named(row.path),
    role: named(row.role),
    skills: row.figures,
  }))
}

/** What closed rounds on this framework version said about the framework itself, the newest first. */
export async function listQuality(
  tx: ViewerTransaction,
  digest: string,
): Promise<{ closedOn: string; skills: SkillQuality[] }[]> {
  const rows = await tx.db
    .selectFrom('round_quality')
    .select(['closed_on', 'content'])
    .where(allowedBy(everyone, tx.viewer, sharedRow))
    .where('framework_digest', '=', digest)
    .orderBy('closed_on', 'desc')
    .orderBy('round_id')
    .execute()
  return rows.map((row) => ({ closedOn: row.closed_on, skills: row.content }))
}

/**
 * Makes the release of today. The caller has decided that the viewer may, that the view is on and that there is none of
 * today yet. The blocks of the release before are replaced by its own in the same transaction.
 */
export async function saveRelease(
  tx: ViewerTransaction,
  made: { id: string; framework: Framework; digest: string; purpose: string },
): Promise<void> {
  const { orgId } = tx.viewer
  const { id, framework, digest, purpose } = made
  const number = ((await listReleases(tx))[0]?.number ?? 0) + 1
  await asKeeper(tx, async () => {
    const { blocks, cells } = makeRelease({
      people: await listReleasePeople(tx, framework),
      previous: await findBlocks(tx),
      skills: framework.skills.filter((skill) => !skill.private).map((skill) => skill.id),
      topLevel: framework.scale.at(-1)?.level ?? 0,
      fewest: FEWEST_COUNTED,
    })
    await tx.db
      .insertInto('view_release')
      .values({
        org_id: orgId,
        id,
        number,
        framework_digest: digest,
        purpose,
        made_by: tx.viewer.personId,
        released_at: `${tx.now.slice(0, 10)}T00:00:00.000Z`,
      })
      .execute()
    const rows = cells.map((cell) => ({
      org_id: orgId,
      release_id: id,
      team: cell.team ?? '',
      path: cell.path ?? '',
      role: cell.role ?? '',
      figures: JSON.stringify(cell.skills),
    }))
    for (const some of inParts(rows)) await tx.db.insertInto('release_cell').values(some).execute()
    await saveBlocks(tx, id, blocks)
  })
  tx.changes.push({ action: 'add', noun: 'release', objectId: id, revisionId: null })
}

async function findBlocks(tx: ViewerTransaction): Promise<Map<string, Block[]>> {
  const { orgId } = tx.viewer
  const people = new Map<string, string[]>()
  const counted = await tx.db
    .selectFrom('counted_person')
    .select(['owner_id', 'blocks'])
    .where('org_id', '=', orgId)
    .orderBy('owner_id')
    .execute()
  for (const row of counted) {
    for (const [skill, block] of Object.entries(row.blocks)) {
      const key = `${skill}\n${block}`
      const known = people.get(key)
      if (known) known.push(row.owner_id)
      else people.set(key, [row.owner_id])
    }
  }
  const rows = await tx.db
    .selectFrom('release_block')
    .select(['skill', 'blocks'])
    .where('org_id', '=', orgId)
    .execute()
  return new Map(
    rows.map((row) => [
      row.skill,
      row.blocks.map((block) => ({ ...block, people: people.get(`${row.skill}\n${block.id}`) ?? [] })),
    ]),
  )
}

async function saveBlocks(
  tx: ViewerTransaction,
  releaseId: string,
  blocks: ReadonlyMap<string, readonly Block[]>,
): Promise<void> {
  const { orgId } = tx.viewer
  await tx.db.deleteFrom('release_block').where('org_id', '=', orgId).execute()
  await tx.db.deleteFrom('counted_person').where('org_id', '=', orgId).execute()
  const counted = new Map<string, Record<string, number>>()
  for (const [skill, ofSkill] of blocks) {
    const kept = ofSkill.map(({ people: _, ...block }) => block)
    await tx.db
      .insertInto('release_block')
      .values({ org_id: orgId, skill, release_id: releaseId, blocks: JSON.stringify(kept) })
      .execute()
    for (const block of ofSkill) {
      for (const person of block.people) {
        const own = counted.get(person) ?? {}
        own[skill] = block.id
        counted.set(person, own)
      }
    }
  }
  // An erased person is in no list any more: only those still on the organisation's list get a row.
  const known = await tx.db
    .selectFrom('person')
    .select('id')
    .where('org_id', '=', orgId)
    .where('keeper_id', 'is', null)
    .execute()
  const rows = known.flatMap(({ id }) => {
    const own = counted.get(id)
    return own === undefined ? [] : [{ org_id: orgId, owner_id: id, blocks: JSON.stringify(own) }]
  })
  for (const some of inParts(rows)) await tx.db.insertInto('counted_person').values(some).execute()
}

/** As many rows as one statement takes without a list of parameters that the server refuses. */
function inParts<Row>(rows: readonly Row[], size = 1000): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, at) =>
    rows.slice(at * size, (at + 1) * size),
  )
}
