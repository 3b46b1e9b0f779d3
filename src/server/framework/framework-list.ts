// The frameworks there are: the built-in one, people's own, and those that came along with imported data.
import { z } from '@hono/zod-openapi'
import { succeed } from '../../core/result.ts'
import {
  filesHashOf,
  findFrameworkFiles,
  listFrameworkFolders,
} from '../../store/framework/framework-folders.ts'
import { findFrameworkChoice } from '../../store/framework/framework-in-use.ts'
import { type FrameworkVersion, listFrameworkVersions } from '../../store/framework/framework-versions.ts'
import { listPublications, type StoredPublication } from '../../store/framework/publications.ts'
import type { Services } from '../app-env.ts'
import type { Routes } from '../define-route.ts'
import { digest, frameworkLabelSchema, uuid } from '../wire.ts'
import { frameworkInUse, labelOf } from './framework-in-use.ts'

const versionSchema = z.strictObject({
  digest,
  version: z.string().openapi({ description: 'A label for people; the digest decides what is the same.' }),
  firstUsedAt: z.iso.datetime(),
  publishedAt: z.iso.datetime().nullable().openapi({ description: 'Null where it only came with data.' }),
  effectiveFrom: z.iso.date().nullable().openapi({ description: 'Null: from its publication.' }),
  note: z.string(),
  approvers: z.array(z.string()),
  source: z.enum(['built-in', 'imported', 'edited']).nullable(),
})

const folderSchema = z.strictObject({
  state: z.enum(['published', 'changed', 'missing']).openapi({
    description:
      'Whether the folder holds a version that was published: `changed` is to be published before anybody uses it.',
  }),
  place: z.string(),
})

const listedSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    kind: z.enum(['built-in', 'own', 'kept']).openapi({
      description: '`own`: yours to change, in a folder. `kept`: it came with imported data.',
    }),
    folder: folderSchema.nullable(),
    versions: z.array(versionSchema).openapi({ description: 'Newest first; empty before the first one.' }),
  })
  .openapi('ListedFramework')

export type ListedFramework = z.output<typeof listedSchema>

const listSchema = z
  .strictObject({
    inUse: frameworkLabelSchema.extend({
      revisionId: uuid.nullable().openapi({
        description: 'Of the choice, for If-Match; null while nothing was chosen.',
      }),
    }),
    frameworks: z.array(listedSchema).openapi({ description: 'The built-in one first, then by name.' }),
  })
  .openapi('FrameworkList')

export function addFrameworkListRoute(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/frameworks',
      tag: 'Frameworks',
      summary: 'List the frameworks, their versions, and which one you use',
      description: 'A version never changes; a changed framework is another version.',
      access: { noun: 'framework', action: 'see' },
      answers: { 200: { description: 'The frameworks.', schema: listSchema } },
      refusals: ['no-session'],
    },
    async ({ services, signedIn }) => {
      const { viewer, personId } = signedIn
      const body = await services.store.withViewer(viewer, async (tx) => {
        const choice = await findFrameworkChoice(tx, personId)
        const inUse = await frameworkInUse(tx, services, personId)
        const versions = await listFrameworkVersions(tx)
        return {
          inUse: { ...labelOf(inUse), revisionId: choice?.revisionId ?? null },
          frameworks: listedFrameworks(services, versions, await listPublications(tx)),
        }
      })
      return succeed({ status: 200, body })
    },
  )
}

function listedFrameworks(
  services: Services,
  versions: readonly FrameworkVersion[],
  publications: readonly StoredPublication[],
): ListedFramework[] {
  const builtIn = services.current.framework.id
  const folders = listFrameworkFolders(services.store.places).filter((id) => id !== builtIn)
  const ids = new Set([builtIn, ...versions.map((version) => version.id), ...folders])
  const listed = [...ids].map((id): ListedFramework => {
    const said = publications.filter((one) => one.frameworkId === id)
    const own = versions
      .filter((version) => version.id === id)
      .map((version) => describe(version, said))
      .toSorted((a, b) => compare(b.publishedAt ?? b.firstUsedAt, a.publishedAt ?? a.firstUsedAt))
    const isOwn = id !== builtIn && (folders.includes(id) || said.length > 0)
    return {
      id,
      name: versions.find((version) => version.digest === own[0]?.digest)?.name ?? id,
      kind: id === builtIn ? 'built-in' : isOwn ? 'own' : 'kept',
      folder: isOwn ? folderOf(services, id, said) : null,
      versions: own,
    }
  })
  const rank = (one: ListedFramework) => (one.kind === 'built-in' ? 0 : 1)
  return listed.toSorted((a, b) => rank(a) - rank(b) || compare(a.name, b.name) || compare(a.id, b.id))
}

function describe(version: FrameworkVersion, said: readonly StoredPublication[]) {
  const publication = said.find((one) => one.digest === version.digest)
  return {
    digest: version.digest,
    version: version.version,
    firstUsedAt: version.firstUsedAt,
    publishedAt: publication?.publishedAt ?? null,
    effectiveFrom: publication?.effectiveFrom ?? null,
    note: publication?.note ?? '',
    approvers: publication?.approvers ?? [],
    source: publication?.source ?? null,
  }
}

function folderOf(services: Services, id: string, said: readonly StoredPublication[]) {
  const { places } = services.store
  // A team's people are not at the terminal of the server, and its folders are its operator's business.
  const place = services.teamOrgId === null ? `${places.frameworks}/${id}` : `frameworks/${id}`
  const files = findFrameworkFiles(places, id)
  if (files === null) return { state: 'missing' as const, place }
  const hash = filesHashOf(files)
  const isPublished = said.some((one) => one.filesHash === hash)
  return { state: isPublished ? ('published' as const) : ('changed' as const), place }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
