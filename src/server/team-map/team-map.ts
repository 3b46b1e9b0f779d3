// The team map: the people whom one manages, side by side, by name; and taking it out as a table, which they are told.
import { z } from '@hono/zod-openapi'
import type { Sheet } from '../../core/framework-export/sheet.ts'
import { safeCell, writeGridCsv } from '../../core/importing/people-grid.ts'
import { fail, succeed } from '../../core/result.ts'
import { type TeamPerson, teamSkills } from '../../core/team-map/team-map.ts'
import { writeTeamTable } from '../../core/team-map/write-team-table.ts'
import { listExportNotices, saveExportNotices } from '../../store/organisation/export-notices.ts'
import { findViewSwitch } from '../../store/organisation/view-switches.ts'
import { writeWorkbook } from '../assessment/write-workbook.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { refuse } from '../errors.ts'
import { labelOf } from '../framework/framework-in-use.ts'
import { refusalOfView } from '../organisation/view-switches.ts'
import { frameworkAsked } from '../plan/growth-basis.ts'
import { NO_VERSION, WHICH_FRAMEWORK } from '../plan/plan.ts'
import { day, frameworkLabelSchema, moment, uuid } from '../wire.ts'
import { listTeamPeople } from './team-people.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const known = z.strictObject({
  skill: z.string(),
  level: z.number(),
  low: z.number(),
  high: z.number(),
  from: z.enum(['agreed', 'handed-over', 'own-word']),
  on: day,
})

export const teamPersonSchema = z
  .strictObject({
    id: uuid,
    name: z.string(),
    role: z.string().nullable(),
    known: z.array(known),
    areas: z.array(z.strictObject({ skill: z.string(), level: z.number(), quarter: z.string() })),
    destinations: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  })
  .openapi('TeamPerson') satisfies z.ZodType<TeamPerson>

export function addTeamMapRoutes(routes: Routes): void {
  addRead(routes)
  addFile(routes)
  addNotices(routes)
}

function addRead(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/team-map',
      tag: 'Organisation',
      summary: 'The people you manage, side by side',
      description:
        'By name. Only levels that both agreed on or the person handed to you, with their ranges; private skills are never in it. There is no total, no average and no order by level.',
      access: { noun: 'teamMap', action: 'see' },
      query: WHICH_FRAMEWORK,
      answers: {
        200: {
          description: 'Them; empty where nobody reports to you today.',
          schema: z
            .strictObject({
              framework: frameworkLabelSchema,
              purpose: z.string().openapi({ description: 'What this view is switched on for.' }),
              people: z.array(teamPersonSchema),
            })
            .openapi('TeamMap'),
        },
      },
      refusals: ['no-session', 'invalid', 'conflict'],
    },
    async ({ query, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const off = await refusalOfView(tx, 'team-map')
        if (off !== null) return fail(off)
        const current = await frameworkAsked(tx, services, signedIn.personId, query.framework)
        if (current === null) return fail(NO_VERSION)
        const purpose = (await findViewSwitch(tx, 'team-map'))?.purpose ?? ''
        const people = await listTeamPeople(tx, current)
        return succeed({ status: 200, body: { framework: labelOf(current), purpose, people } })
      }),
  )
}

function addFile(routes: Routes): void {
  routes.add(
    {
      method: 'post',
      path: '/api/team-map/files',
      tag: 'Organisation',
      summary: 'Take the team map out as a table',
      description:
        'With ranges, where each level comes from, the purpose and the day in every row. Everybody in it is told who took it out, when and what for.',
      access: { noun: 'teamMap', action: 'export' },
      query: WHICH_FRAMEWORK,
      body: z.strictObject({
        form: z.enum(['csv', 'xlsx'], 'This is csv or xlsx.'),
        purpose: z.string().trim().min(10, 'Say in a sentence what the table is for.').max(500),
      }),
      answers: {
        200: { description: 'The file.', schema: z.looseObject({}), otherTypes: ['text/csv', XLSX] },
      },
      refusals: ['no-session', 'invalid', 'conflict'],
    },
    async ({ query, body, services, signedIn }) => {
      const made = await services.store.withViewer(signedIn.viewer, async (tx) => {
        const off = await refusalOfView(tx, 'team-map')
        if (off !== null) return fail(off)
        const current = await frameworkAsked(tx, services, signedIn.personId, query.framework)
        if (current === null) return fail(NO_VERSION)
        const people = (await listTeamPeople(tx, current)).filter((one) => one.known.length > 0)
        if (people.length === 0)
          return fail(
            refuse('conflict', 'Nobody has handed you a level yet, so there is nothing to take out.'),
          )
        const exportedOn = tx.now.slice(0, 10)
        const skills = teamSkills(current.framework, people)
        const rows = writeTeamTable(current.framework, people, skills, { purpose: body.purpose, exportedOn })
        await saveExportNotices(tx, {
          view: 'team-map',
          purpose: body.purpose,
          people: people.map(({ id }) => ({ noticeId: services.newId(), personId: id })),
        })
        return succeed({ rows, exportedOn })
      })
      if (!made.ok) return made
      const { rows, exportedOn } = made.value
      const headers = {
        'content-type': body.form === 'csv' ? 'text/csv; charset=utf-8' : XLSX,
        'content-disposition': `attachment; filename="team-map-${exportedOn}.${body.form}"`,
      }
      const file =
        body.form === 'csv'
          ? writeGridCsv(rows.map((row) => row.map(safeCell)))
          : await writeWorkbook([sheetOf(rows)])
      return succeed({ status: 200, body: file, headers })
    },
  )
}

const NAME_WIDTH = 24
const SHORT_WIDTH = 12

function sheetOf([head = [], ...lines]: string[][]): Sheet {
  return {
    name: 'Team map',
    columns: head.map((_, index) => (index < 3 || index === 6 || index === 8 ? NAME_WIDTH : SHORT_WIDTH)),
    frozenRows: 1,
    frozenColumns: 1,
    rows: [
      head.map((value) => ({ value, bold: true })),
      ...lines.map((line) =>
        line.map((value, index) =>
          index >= 3 && index <= 5 && value !== '' ? { value: Number(value), centred: true } : { value },
        ),
      ),
    ],
  }
}

function addNotices(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/export-notices',
      tag: 'Your data',
      summary: 'Who took out a table with you in it',
      description: 'The newest first: who, when and what for. Only you read this.',
      access: { noun: 'exportNotice', action: 'see' },
      answers: {
        200: {
          description: 'They.',
          schema: z.array(
            z
              .strictObject({
                id: uuid,
                view: z.string(),
                exportedBy: uuid,
                exportedAt: moment,
                purpose: z.string(),
              })
              .openapi('ExportNotice'),
          ),
        },
      },
      refusals: ['no-session'],
    },
    async ({ services, signedIn }) => {
      const body = await services.store.withViewer(signedIn.viewer, listExportNotices)
      return succeed({ status: 200, body })
    },
  )
}
