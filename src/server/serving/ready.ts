// Whether this process can take requests: the database answers, and nobody has told it to stop.
import { z } from '@hono/zod-openapi'
import { fail, succeed } from '../../core/result.ts'
import type { Routes } from '../define-route.ts'
import { refuse } from '../errors.ts'

export interface Readiness {
  /** From now on a balancer should send nobody here. */
  isStopping: boolean
}

/** Milliseconds that the database has for its answer. */
const PATIENCE = 2000

export function addReadyRoute(routes: Routes, readiness: Readiness): void {
  routes.add(
    {
      method: 'get',
      path: '/api/ready',
      tag: 'Running',
      summary: 'Can this process take requests?',
      description:
        'For a balancer: the database answers and the server is not stopping. Needs no session and says nothing about anybody.',
      access: 'open',
      answers: {
        200: {
          description: 'It can.',
          schema: z.strictObject({ status: z.literal('ready') }).openapi('Ready'),
        },
      },
      refusals: ['unavailable'],
    },
    async ({ services }) => {
      if (readiness.isStopping) return fail(refuse('unavailable', 'This process is stopping.'))
      const answers = services.store.database
        .alone((session) => session.query('SELECT 1'))
        .then(
          () => true,
          () => false,
        )
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<boolean>((resolve) => {
        timer = setTimeout(() => resolve(false), PATIENCE)
      })
      const isThere = await Promise.race([answers, late])
      clearTimeout(timer)
      return isThere
        ? succeed({ status: 200, body: { status: 'ready' } })
        : fail(refuse('unavailable', 'The database does not answer.'))
    },
  )
}
