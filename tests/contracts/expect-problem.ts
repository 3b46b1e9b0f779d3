// Holds a refusal against RFC 9457 and reads what it names.
import { expect } from 'vitest'
import { problemSchema } from '../../src/server/wire.ts'
import type { Answered } from './test-server.ts'

export interface Problem {
  status: number
  type: string
  detail: string
  errors?: { pointer?: string; field?: string; message: string }[]
  /** What somebody else made of it meanwhile. */
  current?: unknown
}

/** Fails unless the answer is a whole problem of this status and kind. */
export function expectProblem(answer: Answered<unknown>, status: number, kind: string): Problem {
  expect(answer.status, answer.text).toBe(status)
  expect(answer.headers.get('content-type')).toContain('application/problem+json')
  const problem = problemSchema.parse(answer.body) as Problem
  expect(problem.type).toBe(`/api-docs#${kind}`)
  return problem
}

/** The fields, parameters and headers that a refusal names. */
export function namesOf(problem: Problem): string[] {
  return (problem.errors ?? []).map((error) => error.pointer ?? error.field ?? '')
}

/** The id of nothing. */
export const UNKNOWN = '00000000-0000-4000-8000-00000000dead'
