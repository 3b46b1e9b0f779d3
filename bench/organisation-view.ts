// How long the heat map of an organisation takes to read, beside how many people are stored: it must not depend on them.
import { randomUUID } from 'node:crypto'
import { ordinaryViewer } from '#build/core/access/viewer.js'
import { openStore, type Store } from '#build/store/open.js'
import { findOrMakeTeamOrg } from '#build/store/organisation/team-org.js'
import { listCells } from '#build/store/sealing/releases.js'
import { sessionIn } from '#build/store/sql-session.js'
import { type Figure, percentile } from './figure.ts'
import { freshFolder } from './running-server.ts'

/** People in one team; the cells of a team are three: everybody, a path and a role. */
const TEAM = 8
const SHOWN = 20
const SKILLS = 46
const ROUNDS = 50
const DIGEST = 'd'.repeat(64)

export async function measureOrganisationView(): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const people of [1_000, 100_000]) {
    const folder = freshFolder()
    const store = await openStore({ dataDir: folder.path })
    try {
      figures.push({
        name: `heat map of ${SHOWN} teams × ${SKILLS} skills, p95`,
        value: await measureReads(store, Math.ceil(people / TEAM)),
        unit: 'ms',
        target: 100,
        note: `${people} people stored, synthetic figures`,
      })
    } finally {
      await store.close()
      folder.remove()
    }
  }
  return figures
}

async function measureReads(store: Store, teams: number): Promise<number> {
  const orgId = await findOrMakeTeamOrg(store, {})
  const viewer = ordinaryViewer(orgId, randomUUID())
  const release = randomUUID()
  const figures = Object.fromEntries(
    Array.from({ length: SKILLS }, (_, skill) => [
      `skill-${skill}`,
      { people: TEAM, counts: [0, 1, 3, 2, 1, 1], expected: [0, 0, 2, 4, 2, 0], repeated: 0 },
    ]),
  )
  await store.withViewer(viewer, async (tx) => {
    const session = sessionIn(tx)
    await session.run('SET LOCAL ROLE skillmap_keeper')
    await session.query(
      `INSERT INTO framework_version (org_id, digest, framework_id, name, version_label, content, first_used_at)
       VALUES ($1, $2, 'd', 'd', '1', '{}', now())`,
      [orgId, DIGEST],
    )
    await session.query(
      `INSERT INTO view_release (org_id, id, number, framework_digest, purpose, released_at)
       VALUES ($1, $2, 1, $3, 'bench', now())`,
      [orgId, release, DIGEST],
    )
    await session.query(
      `INSERT INTO release_cell (org_id, release_id, team, path, role, figures)
       SELECT $1, $2, 'team-' || n, cell.path, cell.role, $3::jsonb
       FROM generate_series(1, $4::int) AS n,
         (VALUES ('', ''), ('individual', ''), ('', 'senior')) AS cell (path, role)`,
      [orgId, release, JSON.stringify(figures), teams],
    )
  })
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const from = (round * 37) % Math.max(1, teams - SHOWN)
    const wanted = Array.from({ length: SHOWN }, (_, at) => `team-${from + at + 1}`)
    const start = performance.now()
    const cells = await store.withViewer(viewer, (tx) =>
      listCells(tx, release, { teams: wanted, path: '', role: '' }),
    )
    times.push(performance.now() - start)
    if (cells.length !== SHOWN) throw new Error(`${cells.length} cells came, and ${SHOWN} were asked for.`)
  }
  return percentile(times, 0.95)
}
