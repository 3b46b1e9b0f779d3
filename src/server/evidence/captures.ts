// Captures: a calendar or a table of a tracker is read, and answered as traces of work; nothing of it is kept.
import { z } from '@hono/zod-openapi'
import { keysIn } from '../../core/capture/origin.ts'
import { fail, succeed } from '../../core/result.ts'
import type { Routes } from '../define-route.ts'
import { BYTE_LIMITS } from '../importing/byte-limits.ts'
import { refusalOfUpload } from '../importing/import-routes.ts'
import { captureQuery, captureReadingSchema } from './capture-wire.ts'

export function addCaptureRoutes(routes: Routes): void {
  addPropose(routes)
  addKnown(routes)
}

function addPropose(routes: Routes): void {
  routes.add(
    {
      method: 'post',
      path: '/api/captures',
      tag: 'Your evidence',
      summary: 'Have a file read for proposals of evidence',
      description:
        'A calendar (iCalendar), or what GitHub, GitLab or Jira export, as CSV or JSON. Nothing is kept: the file is removed when it was read, and what was read is in the answer alone.',
      access: { noun: 'capture', action: 'propose' },
      query: captureQuery,
      upload: { mostBytes: BYTE_LIMITS.upload },
      answers: { 200: { description: 'What was found.', schema: captureReadingSchema } },
      refusals: ['no-session', 'invalid', 'not-a-file', 'too-large', 'conflict', 'disk-full'],
    },
    async ({ query, upload, signal, services }) => {
      if (upload === null) throw new Error('A file was declared and none was handed over.')
      const now = services.now()
      const today = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
      const window = {
        since: query.since,
        until: query.until < today ? query.until : today,
        zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        me: query.me.split(',').filter((name) => name.trim() !== ''),
      }
      const name = query.name.split(/[/\\]/).at(-1) || 'file'
      const read = await services.captures.read(upload, { name, window, signal })
      return read.ok ? succeed({ status: 200, body: read.value }) : fail(refusalOfUpload(read.failure))
    },
  )
}

function addKnown(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/captures',
      tag: 'Your evidence',
      summary: 'What your journal was captured from',
      description:
        'A short key for each commit, meeting, change and ticket that an entry was captured from, so that it is not proposed again.',
      access: { noun: 'evidence', action: 'see' },
      answers: { 200: { description: 'The keys.', schema: z.strictObject({ keys: z.array(z.string()) }) } },
      refusals: ['no-session'],
    },
    async ({ services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx) => {
        const { index } = await services.journals.read(tx)
        const origins = index
          .find({})
          .flatMap(({ source }) => (source.kind === 'captured' ? [source.origin] : []))
        return succeed({ status: 200, body: { keys: [...keysIn(origins)] } })
      }),
  )
}
