// SCIM 2.0: a directory keeps the list of people and teams, with a token of its own (RFC 7643 and 7644).
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { type Viewer, visitor } from '../../core/access/viewer.ts'
import { fail, type Result, succeed } from '../../core/result.ts'
import { type Filter, parseFilter } from '../../core/scim/parse-filter.ts'
import type { ScimFailure } from '../../core/scim/scim-value.ts'
import { findDirectoryToken } from '../../store/organisation/directory-tokens.ts'
import { lockPeopleList } from '../../store/organisation/people-list.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import type { AppEnv, Services } from '../app-env.ts'
import { hashSecret } from '../sign-in/launch-links.ts'
import { readScimBody } from './read-scim-body.ts'
import { resourceTypes, schemas, serviceProviderConfig } from './scim-about.ts'
import { addGroup, findGroup, listGroups, patchGroupOf, removeGroup, replaceGroup } from './scim-groups.ts'
import {
  failureReply,
  listReply,
  project,
  type Resource,
  readProjection,
  resourceReply,
  type ScimReply,
} from './scim-reply.ts'
import { addUser, findUser, listUsers, patchUserOf, removeUser, replaceUser } from './scim-users.ts'

/** Which identities of which issuer a directory may name; null: it lets nobody in. */
export type ScimAccounts = { issuer: string; subject: 'externalId' | 'userName' } | null

export interface ScimNeeds {
  services: Services
  origin: string
  /** What the token is called: stands beside what the directory changed. */
  label: string
}

/** What of a list is asked for (RFC 7644, 3.4.2.4). */
export interface ScimPage {
  filter: Filter | null
  /** How many come before the page. */
  skip: number
  /** How many are on it at most; 0 asks only for the total. */
  limit: number
}

export interface ScimFound {
  resources: Resource[]
  /** How many there are on all pages. */
  total: number
}

interface Asked extends ScimNeeds {
  c: Context<AppEnv>
  viewer: Viewer
}

type Answer = (asked: Asked) => Promise<ScimReply>

interface ScimRoute {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  path: `/scim/v2/${string}`
  answer: Answer
}

/** What changes anything is called by whoever has locked the list. */
interface Kind {
  path: '/scim/v2/Users' | '/scim/v2/Groups'
  find(tx: ViewerTransaction, needs: ScimNeeds, id: string): Promise<Resource | null>
  list(tx: ViewerTransaction, needs: ScimNeeds, page: ScimPage): Promise<ScimFound>
  add(tx: ViewerTransaction, needs: ScimNeeds, body: unknown): Promise<Result<Resource, ScimFailure>>
  replace(
    tx: ViewerTransaction,
    needs: ScimNeeds,
    id: string,
    body: unknown,
  ): Promise<Result<Resource, ScimFailure>>
  patch(
    tx: ViewerTransaction,
    needs: ScimNeeds,
    id: string,
    body: unknown,
  ): Promise<Result<Resource, ScimFailure>>
  remove(tx: ViewerTransaction, needs: ScimNeeds, id: string): Promise<Result<null, ScimFailure>>
}

const users: Kind = {
  ...{ path: '/scim/v2/Users', find: findUser, list: listUsers, add: addUser },
  ...{ replace: replaceUser, patch: patchUserOf, remove: removeUser },
}
const groups: Kind = {
  ...{ path: '/scim/v2/Groups', find: findGroup, list: listGroups, add: addGroup },
  ...{ replace: replaceGroup, patch: patchGroupOf, remove: removeGroup },
}

/** Every address that a directory may call; a test walks them. */
export const SCIM_ROUTES: readonly ScimRoute[] = [
  {
    method: 'GET',
    path: '/scim/v2/ServiceProviderConfig',
    answer: async () => ({ status: 200, body: serviceProviderConfig }),
  },
  {
    method: 'GET',
    path: '/scim/v2/ResourceTypes',
    answer: async () => listReply(resourceTypes, resourceTypes.length, 1),
  },
  { method: 'GET', path: '/scim/v2/ResourceTypes/:id', answer: async ({ c }) => oneOf(resourceTypes, c) },
  { method: 'GET', path: '/scim/v2/Schemas', answer: async () => listReply(schemas, schemas.length, 1) },
  { method: 'GET', path: '/scim/v2/Schemas/:id', answer: async ({ c }) => oneOf(schemas, c) },
  ...routesOf(users),
  ...routesOf(groups),
]

function oneOf(list: readonly { id: string }[], c: Context<AppEnv>): ScimReply {
  const found = list.find(({ id }) => id === c.req.param('id'))
  return found === undefined
    ? failureReply({ status: 404, detail: 'Not found' })
    : { status: 200, body: found }
}

function routesOf(kind: Kind): ScimRoute[] {
  const one: `/scim/v2/${string}` = `${kind.path}/:id`
  return [
    { method: 'GET', path: kind.path, answer: (asked) => list(asked, kind) },
    { method: 'POST', path: kind.path, answer: (asked) => add(asked, kind) },
    { method: 'GET', path: one, answer: (asked) => readOne(asked, kind) },
    { method: 'PUT', path: one, answer: (asked) => change(asked, kind, kind.replace) },
    { method: 'PATCH', path: one, answer: (asked) => change(asked, kind, kind.patch) },
    { method: 'DELETE', path: one, answer: (asked) => remove(asked, kind) },
  ]
}

const MOST_ON_A_PAGE = 200
const idIn = (c: Context<AppEnv>) => (c.req.param('id') ?? '').toLowerCase()

async function list(asked: Asked, kind: Kind): Promise<ScimReply> {
  const { c, services, viewer } = asked
  const text = c.req.query('filter')
  const filter = text === undefined ? succeed(null) : parseFilter(text)
  if (!filter.ok) return failureReply(filter.failure)
  const start = Math.max(1, wholeNumber(c.req.query('startIndex'), 1))
  const count = Math.min(MOST_ON_A_PAGE, Math.max(0, wholeNumber(c.req.query('count'), MOST_ON_A_PAGE)))
  const page = { filter: filter.value, skip: start - 1, limit: count }
  const { resources, total } = await services.store.withViewer(viewer, (tx) => kind.list(tx, asked, page))
  const projection = readProjection((name) => c.req.query(name))
  return listReply(
    resources.map((one) => project(one, projection)),
    total,
    start,
  )
}

function wholeNumber(text: string | undefined, otherwise: number): number {
  return text !== undefined && /^-?\d{1,9}$/.test(text) ? Number(text) : otherwise
}

async function readOne(asked: Asked, kind: Kind): Promise<ScimReply> {
  const { c, services, viewer } = asked
  const id = idIn(c)
  const found = await services.store.withViewer(viewer, (tx) => kind.find(tx, asked, id))
  if (found === null) return failureReply({ status: 404, detail: `Resource ${id.slice(0, 100)} not found` })
  if (c.req.header('if-none-match') === found.meta.version)
    return { status: 304, headers: { etag: found.meta.version } }
  return resourceReply(
    200,
    found,
    readProjection((name) => c.req.query(name)),
  )
}

/** Alone with the list before any of it is read: two requests about the same person come one after the other. */
function changingTheList<Value>(
  { services, viewer }: Asked,
  work: (tx: ViewerTransaction) => Promise<Value>,
): Promise<Value> {
  return services.store.withViewer(viewer, async (tx) => {
    await lockPeopleList(tx)
    return work(tx)
  })
}

async function add(asked: Asked, kind: Kind): Promise<ScimReply> {
  const { c } = asked
  const body = await readScimBody(c)
  if (!body.ok) return failureReply(body.failure)
  const added = await changingTheList(asked, (tx) => kind.add(tx, asked, body.value))
  if (!added.ok) return failureReply(added.failure)
  return resourceReply(
    201,
    added.value,
    readProjection((name) => c.req.query(name)),
  )
}

async function change(asked: Asked, kind: Kind, save: Kind['replace']): Promise<ScimReply> {
  const { c } = asked
  const body = await readScimBody(c)
  if (!body.ok) return failureReply(body.failure)
  const id = idIn(c)
  const changed = await changingTheList(asked, async (tx) => {
    const stale = await staleness(tx, asked, kind, id)
    return stale === null ? save(tx, asked, id, body.value) : fail(stale)
  })
  if (!changed.ok) return failureReply(changed.failure)
  return resourceReply(
    200,
    changed.value,
    readProjection((name) => c.req.query(name)),
  )
}

async function remove(asked: Asked, kind: Kind): Promise<ScimReply> {
  const id = idIn(asked.c)
  const removed = await changingTheList(asked, async (tx) => {
    const stale = await staleness(tx, asked, kind, id)
    return stale === null ? kind.remove(tx, asked, id) : fail(stale)
  })
  return removed.ok ? { status: 204 } : failureReply(removed.failure)
}

/** With If-Match a change is meant for one version and no other. */
async function staleness(
  tx: ViewerTransaction,
  asked: Asked,
  kind: Kind,
  id: string,
): Promise<ScimFailure | null> {
  const wanted = asked.c.req.header('if-match')
  if (wanted === undefined || wanted.trim() === '*') return null
  const found = await kind.find(tx, asked, id)
  if (found === null || wanted.split(',').some((one) => one.trim() === found.meta.version)) return null
  return { status: 412, detail: 'The resource has changed.' }
}

interface ScimDeps {
  services: Promise<Services>
  origin: () => string | null
}

export function addScimRoutes(app: OpenAPIHono<AppEnv>, deps: ScimDeps): void {
  for (const { method, path, answer } of SCIM_ROUTES)
    app.on(method, path, async (c) => {
      const asked = await whoAsks(c, deps)
      return send(c, asked === null ? unauthorised : await answer(asked))
    })
  app.all('/scim/*', async (c) => {
    const asked = await whoAsks(c, deps)
    return send(
      c,
      asked === null ? unauthorised : failureReply({ status: 404, detail: 'There is no such address.' }),
    )
  })
}

const unauthorised: ScimReply = {
  ...failureReply({ status: 401, detail: 'Send the token of a directory as Authorization: Bearer.' }),
  headers: { 'www-authenticate': 'Bearer realm="scim"' },
}

/** A directory: it keeps the list of people, and is nobody. */
async function whoAsks(c: Context<AppEnv>, deps: ScimDeps): Promise<Asked | null> {
  const secret = /^Bearer (\S{20,200})$/i.exec(c.req.header('authorization') ?? '')?.[1]
  const services = await deps.services
  if (secret === undefined || services.teamOrgId === null) return null
  const orgId = services.teamOrgId
  const token = await services.store.withViewer(visitor(orgId), (tx) =>
    findDirectoryToken(tx, hashSecret(secret)),
  )
  if (token === null) return null
  const viewer: Viewer = { ...visitor(orgId), adminOf: ['people'] }
  return { c, services, viewer, origin: deps.origin() ?? '', label: token.label }
}

function send(c: Context<AppEnv>, { status, body, headers }: ScimReply): Response {
  const text = body === undefined ? null : JSON.stringify(body)
  const all = new Headers(headers)
  if (text !== null) all.set('content-type', 'application/scim+json; charset=utf-8')
  all.set('cache-control', 'no-store')
  c.header('x-request-id', c.get('requestId'))
  return new Response(text, { status, headers: all })
}
