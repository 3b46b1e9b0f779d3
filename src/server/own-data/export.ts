// Export and import: everything about the person as a file, and such a file back.
import { z } from '@hono/zod-openapi'
import { checkAgainstFrameworks } from '../../core/export/check-against-frameworks.ts'
import { MOST_EXPORT_BYTES } from '../../core/export/largest-export.ts'
import { type ImportProblem, parsePersonalExport } from '../../core/export/personal-export.ts'
import { renderMarkdown } from '../../core/export/render-markdown.ts'
import { fail, succeed } from '../../core/result.ts'
import { listErasedPeople } from '../../store/own-data/erased-people.ts'
import { listEverything } from '../../store/own-data/export.ts'
import { saveImported } from '../../store/own-data/import.ts'
import type { Routes } from '../define-route.ts'
import { fieldErrorsOf, type Refusal, refuse } from '../errors.ts'
import { frameworkSchema } from '../framework/framework-wire.ts'
import { onceOnly } from '../once-only.ts'
import { IDEMPOTENCY_WORDS } from '../preconditions.ts'

export function addExportRoutes(routes: Routes): void {
  addExport(routes)
  addImport(routes)
}

function addExport(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/export',
      tag: 'Your data',
      summary: 'Export everything about you',
      description:
        'As JSON, which can be imported again, or as Markdown, which is pleasant to read. A download.',
      access: { noun: 'person', action: 'export' },
      query: z.strictObject({
        format: z.enum(['json', 'markdown'], 'This is json or markdown.').default('json'),
      }),
      answers: {
        200: { description: 'The file.', schema: z.looseObject({}), otherTypes: ['text/markdown'] },
      },
      refusals: ['no-session', 'not-found', 'invalid'],
    },
    async ({ query, services, signedIn }) => {
      const everything = await services.store.withViewer(signedIn.viewer, listEverything)
      if (everything === null) return fail(refuse('not-found', 'There is nothing about you here.'))
      const day = services.now().toISOString().slice(0, 10)
      const [body, type, ending] =
        query.format === 'json'
          ? [`${JSON.stringify(everything, null, 2)}\n`, 'application/json', 'json']
          : [renderMarkdown(everything), 'text/markdown', 'md']
      const headers = {
        'content-type': `${type}; charset=utf-8`,
        'content-disposition': `attachment; filename="skillmap-${day}.${ending}"`,
      }
      return succeed({ status: 200, body, headers })
    },
  )
}

const MOST_PROBLEMS_SHOWN = 100
const NOT_AN_EXPORT = 'This is not an export of Skillmap, or not a whole one. Nothing was changed.'
const counts = z.record(z.string(), z.number().int())

function addImport(routes: Routes): void {
  routes.add(
    {
      method: 'post',
      path: '/api/import',
      tag: 'Your data',
      summary: 'Import an export',
      description:
        'Takes a JSON export of Skillmap. Adds what is not there yet and keeps what is; all of it or, when anything is wrong with the file, nothing.',
      access: { noun: 'person', action: 'change' },
      body: z
        .record(z.string(), z.unknown())
        .openapi({ description: 'A JSON export, as /api/export gives it.' }),
      headers: IDEMPOTENCY_WORDS,
      // Larger than other bodies, so that every export can come back.
      mostBytes: MOST_EXPORT_BYTES,
      answers: {
        200: {
          description: 'How much was added and how much was there already, by noun.',
          schema: z.strictObject({ added: counts, kept: counts }),
        },
      },
      refusals: ['no-session', 'invalid', 'bad-header', 'key-reused', 'too-large'],
    },
    async ({ body, header, services, signedIn }) => {
      // What colleagues asked of each other is not made anew where they have accounts: here it could be anybody's words.
      const taken = services.teamOrgId === null ? body : { ...body, asked: [] }
      const problems = problemsOfImport(taken)
      if (problems.length > 0) return fail(refusalOfImport(problems))
      const erased = new Set(listErasedPeople(services.store.places).map((one) => one.personId))
      return onceOnly({ header, services, viewer: signedIn.viewer }, 'POST /api/import', body, async (tx) => {
        const saved = await saveImported(tx, taken, erased)
        if (!saved.ok) return fail(refusalOfImport(saved.failure.problems))
        return succeed({ status: 200, body: saved.value })
      })
    },
  )
}

/** Frameworks are held against their whole schema: what is stored must be usable, not only well meant. */
function problemsOfImport(body: Record<string, unknown>): ImportProblem[] {
  const parsed = parsePersonalExport(body)
  if (!parsed.ok) return parsed.failure
  const shapes = parsed.value.frameworks.flatMap(({ framework }, index) => {
    const checked = frameworkSchema.safeParse(framework, { reportInput: true })
    if (checked.success) return []
    return fieldErrorsOf(checked.error, 'body').map((error) => ({
      pointer: `/frameworks/${index}/framework${'pointer' in error ? error.pointer.slice(1) : ''}`,
      message: error.message,
    }))
  })
  return shapes.length > 0 ? shapes : checkAgainstFrameworks(parsed.value)
}

function refusalOfImport(problems: ImportProblem[]): Refusal {
  const errors = problems.map(({ pointer, message }) => ({ pointer: `#${pointer}`, message }))
  return refuse('invalid', NOT_AN_EXPORT, errors.slice(0, MOST_PROBLEMS_SHOWN))
}
