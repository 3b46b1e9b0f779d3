// The organisation's view: releases of figures about several people, made by an administrator of views, read by everybody.
import { z } from '@hono/zod-openapi'
import { fail, succeed } from '../../core/result.ts'
import type { Cell } from '../../core/sealing/release.ts'
import { writeReleaseCsv } from '../../core/sealing/release-csv.ts'
import { saveFrameworkVersion } from '../../store/framework/framework-versions.ts'
import { listTeams } from '../../store/organisation/teams.ts'
import { findViewSwitch } from '../../store/organisation/view-switches.ts'
import {
  type CellFilter,
  listCells,
  listQuality,
  listReleases,
  saveRelease,
  type ViewRelease,
} from '../../store/sealing/releases.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import type { Services } from '../app-env.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { type Refusal, refuse } from '../errors.ts'
import { refusalOfView } from '../organisation/view-switches.ts'
import { day, digest, uuid } from '../wire.ts'

const figuresSchema = z
  .strictObject({
    people: z.number(),
    counts: z.array(z.number()).openapi({ description: 'People by level, from 0.' }),
    expected: z.array(z.number()).openapi({ description: 'People by the level that their role expects.' }),
    repeated: z
      .number()
      .openapi({ description: 'Of the people, those with the figures of an earlier release.' }),
  })
  .openapi('GroupFigures')

const cellSchema = z
  .strictObject({
    team: uuid.nullable(),
    path: z.string().nullable(),
    role: z.string().nullable(),
    skills: z.record(z.string(), figuresSchema),
  })
  .openapi('GroupCell')

const releaseSchema = z
  .strictObject({
    id: uuid,
    number: z.number(),
    frameworkDigest: digest,
    purpose: z.string(),
    releasedOn: day,
  })
  .openapi('Release')

const overviewSchema = z
  .strictObject({
    purpose: z.string().openapi({ description: 'What the view is switched on for today.' }),
    releases: z.array(releaseSchema),
    release: releaseSchema.nullable(),
    before: releaseSchema.nullable(),
    teams: z.array(z.strictObject({ id: uuid, name: z.string(), parentId: uuid.nullable() })),
    whole: cellSchema.nullable(),
    wholeBefore: cellSchema.nullable(),
    rows: z.array(cellSchema),
    rowsBefore: z.array(cellSchema),
    quality: z.array(
      z.strictObject({
        closedOn: day,
        skills: z.array(
          z.strictObject({
            skill: z.string(),
            disagreement: z.number(),
            hardlyUsed: z.array(z.string()),
          }),
        ),
      }),
    ),
  })
  .openapi('OrganisationOverview')

const WHICH = z.strictObject({
  release: uuid.optional().openapi({ description: 'The latest unless told.' }),
  team: uuid
    .optional()
    .openapi({ description: 'With the teams below it; the whole organisation unless told.' }),
  by: z.enum(['team', 'path', 'role']).default('team').openapi({ description: 'What the rows are.' }),
})
type Which = z.output<typeof WHICH>

export function addReleaseRoutes(routes: Routes): void {
  addOverview(routes)
  addExport(routes)
  addMake(routes)
}

function addOverview(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/organisation/overview',
      tag: 'Organisation',
      summary: 'Read figures about several people',
      description:
        'From a sealed release: at least five people in each figure, and in each difference of figures. Nothing is worked out anew.',
      access: { noun: 'release', action: 'look' },
      query: WHICH,
      answers: {
        200: { description: 'Figures of one release, and of the one before.', schema: overviewSchema },
      },
      refusals: ['no-session', 'not-found', 'conflict', 'invalid'],
    },
    async ({ query, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const refused = await refusalOfView(tx, 'organisation')
        if (refused !== null) return fail(refused)
        const found = await findOverview(tx, query)
        return found === null ? fail(NO_RELEASE) : succeed({ status: 200, body: found })
      }),
  )
}

const NO_RELEASE: Refusal = refuse('not-found', 'There is no such release.')

async function findOverview(tx: ViewerTransaction, query: Which) {
  const releases = await listReleases(tx)
  const release = query.release === undefined ? releases[0] : releases.find(({ id }) => id === query.release)
  if (release === undefined && query.release !== undefined) return null
  const before = release && releases.find(({ number }) => number === release.number - 1)
  const teams = (await listTeams(tx)).map(({ id, name, parentId }) => ({ id, name, parentId }))
  const now = await findFigures(tx, release, query, teams)
  const then = await findFigures(tx, before, query, teams)
  return {
    purpose: (await findViewSwitch(tx, 'organisation'))?.purpose ?? '',
    releases,
    release: release ?? null,
    before: before ?? null,
    teams,
    whole: now.whole,
    wholeBefore: then.whole,
    rows: now.rows,
    rowsBefore: then.rows,
    quality: release === undefined ? [] : await listQuality(tx, release.frameworkDigest),
  }
}

/** Two reads by key, whatever the number of people. */
async function findFigures(
  tx: ViewerTransaction,
  release: ViewRelease | undefined,
  { team = '', by }: Which,
  teams: readonly { id: string; parentId: string | null }[],
): Promise<{ whole: Cell | null; rows: Cell[] }> {
  if (release === undefined) return { whole: null, rows: [] }
  const below = teams.filter(({ parentId }) => (parentId ?? '') === team).map(({ id }) => id)
  const filter: CellFilter =
    by === 'team'
      ? { teams: below, path: '', role: '' }
      : { teams: [team], ...(by === 'path' ? { role: '' } : { path: '' }) }
  const [whole = null] = await listCells(tx, release.id, { teams: [team], path: '', role: '' })
  const rows = (await listCells(tx, release.id, filter)).filter((cell) => by === 'team' || cell[by] !== null)
  return { whole, rows }
}

function addExport(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/organisation/overview/export',
      tag: 'Organisation',
      summary: 'Export figures about several people',
      description: 'As a table, with the purpose and the day. That it was exported is on record.',
      access: { noun: 'release', action: 'look' },
      query: WHICH,
      answers: { 200: { description: 'The file.', schema: z.looseObject({}), otherTypes: ['text/csv'] } },
      refusals: ['no-session', 'not-found', 'conflict', 'invalid'],
    },
    async ({ query, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const refused = await refusalOfView(tx, 'organisation')
        if (refused !== null) return fail(refused)
        const found = await findOverview(tx, query)
        const framework =
          found?.release && (await services.frameworks.findIn(tx, found.release.frameworkDigest))
        if (!found?.release || !framework) return fail(NO_RELEASE)
        const { release, whole, rows } = found
        tx.changes.push({ action: 'export', noun: 'release', objectId: release.id, revisionId: null })
        const cells = [...(whole === null ? [] : [whole]), ...rows]
        const teams = new Map(found.teams.map(({ id, name }) => [id, name]))
        const { purpose, releasedOn } = release
        const body = writeReleaseCsv({ framework, purpose, releasedOn, cells, teams })
        const headers = {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename="overview-${releasedOn}.csv"`,
        }
        return succeed({ status: 200, body, headers })
      }),
  )
}

function addMake(routes: Routes): void {
  routes.add(
    {
      method: 'put',
      path: '/api/organisation/releases/{day}',
      tag: 'Organisation',
      summary: 'Make the release of today',
      description:
        'From agreed levels and from what sealed rounds left, for development alone. There is one a day at most; asking again gives back the same.',
      access: { noun: 'release', action: 'make' },
      freshProof: true,
      params: z.strictObject({ day }),
      answers: { 200: { description: 'The release.', schema: releaseSchema } },
      refusals: ['no-session', 'not-allowed', 'conflict', 'invalid'],
    },
    async ({ params, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, (tx) => makeReleaseOf(tx, services, params.day)),
  )
}

async function makeReleaseOf(tx: ViewerTransaction, services: Services, wanted: string): Promise<Outcome> {
  const refused = await refusalOfView(tx, 'organisation')
  if (refused !== null) return fail(refused)
  const known = (await listReleases(tx)).find(({ releasedOn }) => releasedOn === wanted)
  if (known !== undefined) return succeed({ status: 200, body: known })
  if (wanted !== tx.now.slice(0, 10))
    return fail(refuse('conflict', 'A release is of the day on which it is made.'))
  const { framework } = services.current
  const made = await saveFrameworkVersion(tx, framework)
  const purpose = (await findViewSwitch(tx, 'organisation'))?.purpose ?? ''
  await saveRelease(tx, { id: services.newId(), framework, digest: made, purpose })
  return succeed({ status: 200, body: (await listReleases(tx))[0] })
}
