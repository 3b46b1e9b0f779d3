// Says that the server is there, to anybody who may reach it.
import { z } from '@hono/zod-openapi'
import { succeed } from '../../core/result.ts'
import type { Routes } from '../define-route.ts'

export function addHealthRoute(routes: Routes, version: string): void {
  routes.add(
    {
      method: 'get',
      path: '/api/health',
      tag: 'Running',
      summary: 'Is Skillmap there?',
      description: 'Answers once the database is open. Needs no session and says nothing about anybody.',
      access: 'open',
      answers: {
        200: {
          description: 'It is.',
          schema: z.strictObject({ status: z.literal('ok'), version: z.string() }).openapi('Health'),
        },
      },
      refusals: ['unavailable'],
    },
    async () => succeed({ status: 200, body: { status: 'ok', version } }),
  )
}
