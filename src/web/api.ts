// The typed client of the program's own API: how it is asked, and what the first page asks. The rest: api-*.ts.
import type { Assessment, Rating } from '../core/assessment/assessment.ts'
import type { Framework } from '../core/framework/framework.ts'
import { currentShape } from '../core/framework/stored-framework.ts'
import type { Person } from '../core/person/person.ts'
import type { HeardLevel } from '../core/planning/levels.ts'
import { fail, type Result, succeed } from '../core/result.ts'
import type { Target } from '../core/target/target.ts'

export interface Me {
  person: Person
  target: Target | null
  framework: { id: string; name: string; version: string; digest: string }
  openAssessment: Assessment | null
  latestAssessment: Assessment | null
  /** The latest rating of each skill. */
  levels: Rating[]
  /** Whole levels of skills that others rated too, measured from all; they count before one's own. */
  heard: HeardLevel[]
  /** The folder, or the database, that holds everything. */
  dataPlace: string
}

/** What went wrong, in the shape of RFC 9457. `status` 0: the program could not be reached. */
export interface Problem {
  /** Which kind of problem, after the `#`. */
  type?: string
  status: number
  title: string
  detail?: string
  errors?: { field?: string; pointer?: string; message: string }[]
  /** What is there instead; null where nothing is. */
  current?: Rating | null
  requestId?: string
  /** Where it happened, as far as it is known: whoever reads runs the program themselves, or somebody runs it for a team. */
  here?: Where
}

export type Where = 'personal' | 'team'

/** Thrown by reads; writes return it as a failure. */
export class ApiError extends Error {
  problem: Problem
  constructor(problem: Problem) {
    super(problem.detail ?? problem.title)
    this.name = 'ApiError'
    this.problem = problem
  }
}

interface Ask {
  method?: string
  body?: unknown
  /** A file that is sent as it is. */
  file?: Blob
  headers?: Record<string, string>
  signal?: AbortSignal
}

export const unreachable: Problem = { status: 0, title: 'Skillmap does not answer' }

let where: Where | null = null

/** Which of the two it is, so that problems name what mends them there. Said as soon as the session is known. */
export function weAre(here: Where): void {
  where = here
}

/** What `weAre` was told last; null while nothing is known. */
export function whereWeAre(): Where | null {
  return where
}

/** A problem with where it happened, for words that depend on it. */
export function placed(problem: Problem): Problem {
  return where === null ? problem : { ...problem, here: where }
}

let proveAgain = async () => false

/** How somebody proves anew who they are; true where they did. The pages say it once, at their start. */
export function whenProofIsNeeded(prove: () => Promise<boolean>): void {
  proveAgain = prove
}

export async function send<Value>(path: string, ask: Ask = {}): Promise<Result<Value, Problem>> {
  const headers: Record<string, string> = { accept: 'application/json', ...ask.headers }
  if (ask.body !== undefined) headers['content-type'] = 'application/json'
  // Not the file's own type: this one no page of another site may send without being asked back.
  if (ask.file !== undefined) headers['content-type'] = 'application/octet-stream'
  let response: Response
  try {
    response = await fetch(`/api${path}`, {
      method: ask.method ?? 'GET',
      credentials: 'same-origin',
      headers,
      ...(ask.body === undefined ? {} : { body: JSON.stringify(ask.body) }),
      ...(ask.file === undefined ? {} : { body: ask.file }),
      ...(ask.signal === undefined ? {} : { signal: ask.signal }),
    })
  } catch {
    return fail(placed(unreachable))
  }
  if (!response.ok) {
    const problem = await readProblem(response)
    // In a team, what is hard to undo asks anew who somebody is; then the same is asked again.
    const isAskedFor = problem.type?.endsWith('#needs-proof') === true
    return isAskedFor && (await proveAgain()) ? send(path, ask) : fail(problem)
  }
  if (response.status === 204) return succeed(undefined as Value)
  try {
    return succeed((await response.json()) as Value)
  } catch {
    return fail({ status: response.status, title: 'The answer could not be read' })
  }
}

export async function readProblem(response: Response): Promise<Problem> {
  const plain: Problem = { status: response.status, title: response.statusText || `Error ${response.status}` }
  try {
    const problem = (await response.json()) as Partial<Problem>
    return placed({ ...plain, ...problem, status: response.status })
  } catch {
    return placed(plain)
  }
}

export async function read<Value>(path: string): Promise<Value> {
  const outcome = await send<Value>(path)
  if (!outcome.ok) throw new ApiError(outcome.failure)
  return outcome.value
}

/** Only such a refusal is an answer, which a page tells in its own words; whatever else went wrong is thrown. */
export function refusedWith<Value>(
  statuses: readonly number[],
  outcome: Result<Value, Problem>,
): Result<Value, Problem> {
  if (!outcome.ok && !statuses.includes(outcome.failure.status)) throw new ApiError(outcome.failure)
  return outcome
}

/** A fresh id, as the server accepts it for revisions and idempotency keys. */
export function newId(): string {
  return crypto.randomUUID()
}

/** `If-None-Match: *` for the first revision, `If-Match` from then on. */
export function precondition(revisionId: string | null): Record<string, string> {
  return revisionId === null ? { 'if-none-match': '*' } : { 'if-match': `"${revisionId}"` }
}

export function readMe(): Promise<Me> {
  return read('/me')
}

/** A browser keeps an answer for ever, so that it may be one of an earlier release. */
export async function readFramework(digest: string): Promise<Framework> {
  return currentShape(await read<Framework>(`/frameworks/${encodeURIComponent(digest)}`))
}

export function saveTarget(
  target: { frameworkDigest: string; role: string; destinations: string[]; revisionId: string },
  current: string | null,
): Promise<Result<Target, Problem>> {
  return send('/target', { method: 'PUT', body: target, headers: precondition(current) })
}
