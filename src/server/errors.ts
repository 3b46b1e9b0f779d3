// The one place where refusals and faults become HTTP answers (RFC 9457, application/problem+json).
import type { Context } from 'hono'
import type { z } from 'zod'
import { sayIssue } from '../core/say-issue.ts'
import { DiskBrokenError, DiskFullError } from '../store/failures.ts'
import { KeyFileError } from '../store/private-text/key-file.ts'
import { type ProblemKind, problemKinds } from './problem-kinds.ts'

/** Names the part that is wrong: a JSON pointer into the body, or the name of a header or parameter. */
export type FieldError = { pointer: string; message: string } | { field: string; message: string }

/** An expected failure on its way to the reader. */
export interface Refusal {
  kind: ProblemKind
  detail: string
  errors?: FieldError[]
  /** What somebody else made of the object meanwhile: only with `stale`. */
  current?: unknown
  /** Seconds until another try: only with `too-many`. */
  retryAfter?: number
}

export function refuse(kind: ProblemKind, detail: string, errors?: FieldError[]): Refusal {
  return errors === undefined ? { kind, detail } : { kind, detail, errors }
}

/** One wrong field of the body, said in one sentence. */
export function refuseField(path: string, message: string): Refusal {
  return refuse('invalid', message, [{ pointer: `#/${path}`, message }])
}

/** Writes a refusal as problem+json, with the request id so that the log can be found. */
export function answerProblem(c: Context, refusal: Refusal): Response {
  const { status, title } = problemKinds[refusal.kind]
  const body = {
    type: `/api-docs#${refusal.kind}`,
    title,
    status,
    detail: refusal.detail,
    instance: c.req.path,
    requestId: c.get('requestId') ?? null,
    ...(refusal.errors === undefined ? {} : { errors: refusal.errors }),
    ...(refusal.current === undefined ? {} : { current: refusal.current }),
  }
  return c.body(JSON.stringify(body), status, {
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
    ...(refusal.retryAfter === undefined ? {} : { 'retry-after': String(refusal.retryAfter) }),
  })
}

/** Faults that are nobody's bug: the disk, or the database going away while a request runs. */
function refusalOfFault(fault: unknown): Refusal | null {
  const code = fault instanceof Error && 'code' in fault ? String(fault.code) : ''
  if (fault instanceof DiskFullError || code === 'ENOSPC' || code === 'EDQUOT') {
    return refuse('disk-full', 'There is too little free space to write safely, so nothing was changed.')
  }
  if (fault instanceof KeyFileError) return refuse('conflict', fault.message)
  if (fault instanceof DiskBrokenError) return refuse('disk-broken', fault.message)
  return null
}

/** Anything thrown: a known fault is named, everything else is a bug, answered without internals. */
export function answerFault(c: Context, fault: unknown, log: (fault: unknown) => void): Response {
  const known = refusalOfFault(fault)
  if (known !== null) return answerProblem(c, known)
  const id = String(c.get('requestId') ?? '-')
  log(fault)
  return answerProblem(c, refuse('failed', `The log has the details under request ${id}.`))
}

type Place = 'body' | 'query' | 'path'

/** Says what a schema found wrong, one entry per field. */
export function fieldErrorsOf(error: z.ZodError, place: Place): FieldError[] {
  return error.issues.flatMap((issue) => {
    const extra = issue.code === 'unrecognized_keys' ? issue.keys : null
    const paths = extra === null ? [issue.path] : extra.map((key) => [...issue.path, key])
    return paths.map((path) => nameField(path, place, sayIssue(issue)))
  })
}

function nameField(path: readonly PropertyKey[], place: Place, message: string): FieldError {
  if (place !== 'body') return { field: path.map(String).join('.'), message }
  const steps = path.map((step) => String(step).replaceAll('~', '~0').replaceAll('/', '~1'))
  return { pointer: steps.length === 0 ? '#' : `#/${steps.join('/')}`, message }
}
