// Framework versions, each one whole, and the shelf where they are kept at hand.
import { z } from '@hono/zod-openapi'
import type { Framework } from '../../core/framework/framework.ts'
import { FRAMEWORK_FORMS } from '../../core/framework-export/framework-forms.ts'
import { fail, succeed } from '../../core/result.ts'
import { findFramework } from '../../store/framework/framework-versions.ts'
import type { Store } from '../../store/open.ts'
import type { CurrentFramework, FrameworkShelf } from '../app-env.ts'
import type { Routes } from '../define-route.ts'
import { refuse } from '../errors.ts'
import { acceptedEncoding, type SendableFile, sendable } from '../serving/static-files.ts'
import { digest } from '../wire.ts'
import { frameworkSchema } from './framework-wire.ts'

/** More versions than a person compares at a time; each takes about a megabyte. */
const KEPT_IN_MEMORY = 8

/** A version never changes, so what was read once is not read again. */
export function frameworkShelf(store: Store, current: CurrentFramework): FrameworkShelf {
  const kept = new Map<string, Framework>()
  const inMemory = (wanted: string) => (wanted === current.digest ? current.framework : kept.get(wanted))
  const findIn: FrameworkShelf['findIn'] = async (tx, wanted) => {
    const found = inMemory(wanted) ?? (await findFramework(tx, wanted))
    if (found === null || found === current.framework) return found
    if (kept.size >= KEPT_IN_MEMORY) kept.delete(kept.keys().next().value ?? '')
    kept.set(wanted, found)
    return found
  }
  return {
    findIn,
    forget: (id) => {
      for (const [digest, framework] of kept) if (framework.id === id) kept.delete(digest)
    },
    find: async (viewer, wanted) =>
      inMemory(wanted) ?? (await store.withViewer(viewer, (tx) => findIn(tx, wanted))),
  }
}

const NO_VERSION = 'No version of a framework has this digest.'

export function addFrameworkRoutes(routes: Routes): void {
  addFrameworkExport(routes)
  const prepared = new Map<string, SendableFile>()
  routes.add(
    {
      method: 'get',
      path: '/api/frameworks/{digest}',
      tag: 'Frameworks',
      summary: 'Read a framework version',
      description:
        'The whole framework: roles, skills, moves, expectations and layout. May be kept for ever.',
      access: { noun: 'framework', action: 'see' },
      params: z.strictObject({ digest }),
      answers: {
        200: { description: 'The framework.', schema: frameworkSchema },
        304: { description: 'You have it already.', schema: null },
      },
      refusals: ['no-session', 'not-found'],
    },
    async ({ params, header, services, signedIn }) => {
      const etag = `"${params.digest}"`
      const headers = {
        etag,
        'cache-control': 'private, max-age=31536000, immutable',
        vary: 'Accept-Encoding',
      }
      const framework = await services.frameworks.find(signedIn.viewer, params.digest)
      if (framework === null) return fail(refuse('not-found', NO_VERSION))
      if (header('if-none-match') === etag) return succeed({ status: 304, headers })
      const file = prepared.get(params.digest) ?? prepare(framework)
      if (prepared.size >= KEPT_IN_MEMORY) prepared.clear()
      prepared.set(params.digest, file)
      const encoding = acceptedEncoding(header('accept-encoding'))
      const type = {
        'content-type': file.type,
        ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
      }
      return succeed({ status: 200, body: await file.encode(encoding), headers: { ...headers, ...type } })
    },
  )
}

/** The files are written when they are asked for: what writes them costs a start too much time. */
function addFrameworkExport(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/frameworks/{digest}/export',
      tag: 'Frameworks',
      summary: 'Export a framework version as a file',
      description:
        'As the folder that people edit (a zip archive), one JSON, a long table (CSV), a workbook (XLSX) or a document (Markdown). Folder and JSON read back as the same version. A download.',
      access: { noun: 'framework', action: 'see' },
      params: z.strictObject({ digest }),
      query: z.strictObject({
        as: z.enum(FRAMEWORK_FORMS, `This is one of ${FRAMEWORK_FORMS.join(', ')}.`).default('folder'),
      }),
      answers: {
        200: {
          description: 'The file.',
          schema: z.looseObject({}),
          otherTypes: [
            'application/zip',
            'text/csv',
            'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
            'text/markdown',
          ],
        },
      },
      refusals: ['no-session', 'not-found', 'invalid'],
    },
    async ({ params, query, services, signedIn }) => {
      const framework = await services.frameworks.find(signedIn.viewer, params.digest)
      if (framework === null) return fail(refuse('not-found', NO_VERSION))
      const { exportFramework } = await import('./export-framework.ts')
      const file = await exportFramework(framework, query.as)
      const headers = {
        'content-type': file.type,
        'content-disposition': `attachment; filename="${file.name}"`,
      }
      return succeed({ status: 200, body: file.bytes, headers })
    },
  )
}

function prepare(framework: Framework): SendableFile {
  const bytes = new TextEncoder().encode(JSON.stringify(framework))
  return sendable(bytes, 'application/json; charset=utf-8', true)
}
