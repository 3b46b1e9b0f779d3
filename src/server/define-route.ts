// How a route is declared: access, shapes in and out, and what can go wrong, before any code runs.
import type { OpenAPIHono } from '@hono/zod-openapi'
import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { AccessFacts } from '../core/access/rule.ts'
import { isProofFresh } from '../core/account/fresh-proof.ts'
import { type Result, succeed } from '../core/result.ts'
import type { AppEnv, BrowserSession, Services, SignedIn } from './app-env.ts'
import { answerProblem, type Refusal, refuse } from './errors.ts'
import { type ProblemKind, problemKinds } from './problem-kinds.ts'
import { readBody, readParts, readUpload, UPLOAD_TYPE } from './read-request.ts'
import { ownFacts, type RouteAccess, refusalByAccess } from './route-access.ts'
import { problemSchema } from './wire.ts'

/** A body larger than this is refused before it is read to its end, in bytes. */
const MOST_BODY_BYTES = 1_000_000

type Fields = z.ZodObject
type Method = 'get' | 'put' | 'post' | 'delete'

export interface AnswerWords {
  description: string
  /** Null where the answer has no body. */
  schema: z.ZodType | null
  /** Media types besides JSON, such as text/markdown. */
  otherTypes?: string[]
}

export interface RouteWords<P extends Fields, Q extends Fields, B extends z.ZodType> {
  method: Method
  path: `/api/${string}`
  tag: string
  summary: string
  description: string
  /** What is done to whose data; `open` where there is none. A route cannot be declared without it. */
  access: RouteAccess
  /** In a team: only for whoever has proved within ten minutes who they are. Every change by an administrator says it. */
  freshProof?: true
  params?: P
  query?: Q
  body?: B
  /** Request headers that matter here, with what they are for. */
  headers?: Partial<Record<'If-Match' | 'If-None-Match' | 'Idempotency-Key', string>>
  answers: Record<number, AnswerWords>
  refusals: ProblemKind[]
  mostBytes?: number
  /** The body is a file as it is, of at most so many bytes; the handler reads it while it arrives. */
  upload?: { mostBytes: number }
}

/** A request that has passed its schemas, with what it takes to answer it. */
export interface Asked<P, Q, B> {
  params: P
  query: Q
  body: B
  /** The file that is being sent; null on every route that takes JSON. */
  upload: ReadableStream<Uint8Array> | null
  /** Aborted when whoever asked goes away. */
  signal: AbortSignal
  header(name: string): string | undefined
  services: Services
  /** Who asks; open routes and those of the operator look at no person. */
  signedIn: SignedIn
  /** In a team, and in a browser: the session that asks. */
  session: BrowserSession | null
  /** Where the request comes from. */
  address: string
  /** Whether the declared action is theirs to take on a loaded object: a refusal, or null. */
  refusalOn(facts: AccessFacts): Refusal | null
}

export interface Reply {
  status: number
  /** Plain JSON, or text that is sent as it is when `headers` name a content type. */
  body?: unknown
  headers?: Record<string, string>
}

export type Outcome = Result<Reply, Refusal>

/** Declared routes, for the document, for 405 answers and for the test that walks them. */
export interface DeclaredRoute {
  method: Method
  path: string
  access: RouteAccess
  freshProof: boolean
  params: z.ZodType | null
  query: z.ZodType | null
  body: z.ZodType | null
  headers: string[]
}

export type Handle<P extends Fields, Q extends Fields, B extends z.ZodType> = (
  asked: Asked<z.output<P>, z.output<Q>, z.output<B>>,
) => Promise<Outcome>

/** What noun files add their routes to. */
export class Routes {
  readonly declared: DeclaredRoute[] = []
  private readonly app: OpenAPIHono<AppEnv>
  private readonly checkAnswers: boolean

  constructor(app: OpenAPIHono<AppEnv>, checkAnswers: boolean) {
    this.app = app
    this.checkAnswers = checkAnswers
  }

  add<P extends Fields = Fields, Q extends Fields = Fields, B extends z.ZodType = z.ZodType>(
    words: RouteWords<P, Q, B>,
    handle: Handle<P, Q, B>,
  ): void {
    this.declared.push({
      method: words.method,
      path: words.path,
      access: words.access,
      freshProof: words.freshProof === true,
      params: words.params ?? null,
      query: words.query ?? null,
      body: words.body ?? null,
      headers: Object.keys(words.headers ?? {}),
    })
    this.document(words)
    const pattern = words.path.replaceAll(/\{(\w+)\}/g, ':$1')
    this.app.on(words.method.toUpperCase(), pattern, (c) => this.serve(c, words, handle))
  }

  private async serve<P extends Fields, Q extends Fields, B extends z.ZodType>(
    c: Context<AppEnv>,
    words: RouteWords<P, Q, B>,
    handle: Handle<P, Q, B>,
  ): Promise<Response> {
    c.set('routePath', words.path)
    const { access } = words
    const named = typeof access === 'string' ? null : access
    const signedIn = named === null ? null : c.get('signedIn')
    if ((named !== null && signedIn === null) || (access === 'operator' && !c.get('operator'))) {
      const kind = c.get('asksForProof') && access !== 'operator' ? 'signed-out' : 'no-session'
      return answerProblem(c, refuse(kind, problemKinds[kind].about))
    }
    const refusalOn = (facts: AccessFacts) =>
      signedIn === null || named === null ? null : refusalByAccess(named, signedIn.viewer, facts)
    const refused = signedIn === null ? null : refusalOn(ownFacts(signedIn.viewer))
    if (refused !== null) return answerProblem(c, refused)
    if (words.freshProof === true && !(await hasProof(c)))
      return answerProblem(c, refuse('needs-proof', problemKinds['needs-proof'].about))
    const parts = readParts(c, words)
    if (!parts.ok) return answerProblem(c, parts.failure)
    const upload = words.upload === undefined ? succeed(null) : readUpload(c, words.upload.mostBytes)
    if (!upload.ok) return answerProblem(c, upload.failure)
    const body =
      words.upload === undefined
        ? await readBody(c, words.body, words.mostBytes ?? MOST_BODY_BYTES)
        : succeed(undefined)
    if (!body.ok) return answerProblem(c, body.failure)
    const outcome = await handle({
      params: parts.value.params as z.output<P>,
      query: parts.value.query as z.output<Q>,
      body: body.value as z.output<B>,
      upload: upload.value,
      signal: c.req.raw.signal,
      header: (name) => c.req.header(name),
      services: await c.get('services'),
      signedIn: signedIn as SignedIn,
      session: c.get('session'),
      address: c.env.address,
      refusalOn,
    })
    if (!outcome.ok) return answerProblem(c, outcome.failure)
    return this.answer(c, words.answers, outcome.value)
  }

  private answer(c: Context, answers: Record<number, AnswerWords>, reply: Reply): Response {
    const words = answers[reply.status]
    if (words === undefined) throw new Error(`${c.req.path} answers ${reply.status} without declaring it`)
    const headers = new Headers(reply.headers)
    if (words.schema === null && reply.body === undefined) {
      return new Response(null, { status: reply.status, headers })
    }
    if (headers.has('content-type')) {
      return new Response(reply.body as string | Uint8Array<ArrayBuffer>, { status: reply.status, headers })
    }
    if (this.checkAnswers) words.schema?.parse(reply.body)
    headers.set('content-type', 'application/json; charset=utf-8')
    return new Response(JSON.stringify(reply.body), { status: reply.status, headers })
  }

  private document(words: RouteWords<Fields, Fields, z.ZodType>): void {
    const headers = Object.entries(words.headers ?? {}).map(([name, about]) => [
      name,
      z.string().optional().openapi({ description: about }),
    ])
    const request = {
      ...(words.params === undefined ? {} : { params: words.params }),
      ...(words.query === undefined ? {} : { query: words.query }),
      ...(headers.length === 0 ? {} : { headers: z.object(Object.fromEntries(headers)) }),
      ...(words.body === undefined
        ? {}
        : { body: { required: true, content: { 'application/json': { schema: words.body } } } }),
      ...(words.upload === undefined
        ? {}
        : {
            body: {
              required: true,
              content: { [UPLOAD_TYPE]: { schema: z.string().openapi({ format: 'binary' }) } },
            },
          }),
    }
    this.app.openAPIRegistry.registerPath({
      method: words.method,
      path: words.path,
      tags: [words.tag],
      summary: words.summary,
      description: words.description,
      security: words.access === 'open' ? [] : [{ session: [] }, { secret: [] }],
      request,
      responses: { ...answerDocuments(words.answers), ...refusalDocuments(refusalsOf(words)) },
    })
  }
}

/** Alone with one's data there is nobody to prove it to. */
async function hasProof(c: Context<AppEnv>): Promise<boolean> {
  if (!c.get('asksForProof')) return true
  const now = (await c.get('services')).now().toISOString()
  return isProofFresh(c.get('session')?.provedAt ?? null, now)
}

function refusalsOf({ refusals, freshProof }: RouteWords<Fields, Fields, z.ZodType>): ProblemKind[] {
  return freshProof === true ? [...refusals, 'needs-proof'] : refusals
}

function answerDocuments(answers: Record<number, AnswerWords>) {
  return Object.fromEntries(
    Object.entries(answers).map(([status, { description, schema, otherTypes }]) => {
      if (schema === null) return [status, { description }]
      const other = (otherTypes ?? []).map((type) => [type, { schema: { type: 'string' as const } }])
      return [
        status,
        { description, content: { 'application/json': { schema }, ...Object.fromEntries(other) } },
      ]
    }),
  )
}

/** Kinds that share a status are described together, because a document has one entry per status. */
function refusalDocuments(kinds: readonly ProblemKind[]) {
  const byStatus = new Map<number, string[]>()
  for (const kind of kinds) {
    const { status, title } = problemKinds[kind]
    byStatus.set(status, [...(byStatus.get(status) ?? []), `${title} (\`${kind}\`)`])
  }
  return Object.fromEntries(
    [...byStatus].map(([status, titles]) => [
      status,
      { description: titles.join('; '), content: { 'application/problem+json': { schema: problemSchema } } },
    ]),
  )
}
