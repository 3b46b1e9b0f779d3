// The people that somebody keeps as a grid of people and skills: as a table or as a workbook.
import { z } from '@hono/zod-openapi'
import { writeGridCsv } from '../../core/importing/people-grid.ts'
import { type Purpose, writeRatingsGrid } from '../../core/importing/ratings-grid.ts'
import { networksOf } from '../../core/measurement/networks.ts'
import { succeed } from '../../core/result.ts'
import { listRatingsAbout } from '../../store/assessment/ratings-about.ts'
import { findPerson } from '../../store/people.ts'
import { listKeptPeople } from '../../store/person/kept-people.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import type { Services, SignedIn } from '../app-env.ts'
import { writeWorkbook } from '../assessment/write-workbook.ts'
import type { Routes } from '../define-route.ts'
import { frameworkInUse } from '../framework/framework-in-use.ts'

/** As what I stand in a grid until I have a name; an import knows it. */
const ME = 'Me'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const querySchema = z.strictObject({
  form: z.enum(['csv', 'xlsx'], 'This is csv or xlsx.').default('csv'),
  purpose: z
    .enum(['development', 'evaluation'], 'This is development or evaluation.')
    .openapi({ description: 'Stands in every row: ratings for one do not cross into the other.' }),
  me: z.enum(['no', 'yes'], 'This is no or yes.').default('no').openapi({
    description: 'Whether a row for yourself is in it, with what you and others said about you.',
  }),
})

export function addPeopleGridRoute(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/people-grid',
      tag: 'People',
      summary: 'Export people and ratings as a table',
      description:
        'A row for each person, day and rater, a column for each skill: raw levels as they were said, by name. Can be brought again. Notes, behaviours and answers without a level are not in it.',
      access: { noun: 'keptPerson', action: 'export' },
      query: querySchema,
      answers: {
        200: { description: 'The file.', schema: z.looseObject({}), otherTypes: ['text/csv', XLSX] },
      },
      refusals: ['no-session', 'invalid'],
    },
    async ({ query, services, signedIn }) => {
      const day = services.now().toISOString().slice(0, 10)
      const rows = await services.store.withViewer(signedIn.viewer, (tx) =>
        gridOf(tx, services, signedIn, { purpose: query.purpose, day, withMe: query.me === 'yes' }),
      )
      const headers = {
        'content-type': query.form === 'csv' ? 'text/csv; charset=utf-8' : XLSX,
        'content-disposition': `attachment; filename="people-${query.purpose}-${day}.${query.form}"`,
      }
      const body = query.form === 'csv' ? writeGridCsv(rows) : await writeWorkbook([sheetOf(rows)])
      return succeed({ status: 200, body, headers })
    },
  )
}

async function gridOf(
  tx: ViewerTransaction,
  services: Services,
  { personId }: SignedIn,
  wanted: { purpose: Purpose; day: string; withMe: boolean },
): Promise<string[][]> {
  const { framework, digest } = await frameworkInUse(tx, services, personId)
  const me = { id: personId, name: (await findPerson(tx, personId))?.displayName ?? ME }
  const people = (await listKeptPeople(tx)).map(({ id, displayName }) => ({ id, name: displayName }))
  const subjects = []
  for (const { id, name } of wanted.withMe ? [me, ...people] : people)
    subjects.push({ id, name, ratings: await listRatingsAbout(tx, id, digest) })
  const together = await services.together.find(tx, { framework, digest })
  tx.changes.push({ action: 'export', noun: 'rating', objectId: personId, revisionId: null })
  return writeRatingsGrid({
    framework,
    me,
    subjects,
    networks: together === null ? [] : networksAmong(networksOf(together), subjects),
    purpose: wanted.purpose,
    exportedOn: wanted.day,
  })
}

/** Only people who are in the table count. */
function networksAmong(networks: string[][], subjects: readonly { id: string }[]): string[][] {
  const ids = new Set(subjects.map(({ id }) => id))
  return networks.map((one) => one.filter((id) => ids.has(id))).filter((one) => one.length > 0)
}

/** Characters in the first columns, which hold names and days. */
const NAME_WIDTH = 22
const LEVEL_WIDTH = 14

function sheetOf(rows: string[][]) {
  const [head = [], ...lines] = rows
  return {
    name: 'People',
    columns: head.map((_, index) => (index < 3 || index === head.length - 1 ? NAME_WIDTH : LEVEL_WIDTH)),
    frozenRows: 1,
    frozenColumns: 1,
    rows: [
      head.map((value) => ({ value, bold: true })),
      ...lines.map((line) =>
        line.map((value) => (/^\d+$/.test(value) ? { value: Number(value), centred: true } : { value })),
      ),
    ],
  }
}
