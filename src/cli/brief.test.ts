// The page of a talk on the command line: the next one, one by name, and what is said where there is none.
import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { commandLineBesideServer } from '../../tests/command-line.ts'
import { NO_CONVERSATION } from '../core/conversation/conversation.ts'
import { connect } from './connect.ts'

const { dataDir, run } = commandLineBesideServer()

describe('skillmap brief', () => {
  beforeAll(async () => {
    const none = await run('brief')
    expect([none.code === 0, none.err]).toEqual([false, expect.stringContaining('not prepared a talk yet')])
    const connection = await connect({ SKILLMAP_DATA: dataDir })
    try {
      const { body: me } = await connection.call<{ framework: { digest: string } }>('GET', '/api/me')
      for (const [withWhom, heldOn] of [
        ['Lena', '2020-01-02'],
        ['Lena', '2099-01-02'],
        ['Kim', '2098-01-02'],
      ] as const) {
        const content = { ...NO_CONVERSATION, withWhom, heldOn, oneThing: `The year ${heldOn.slice(0, 4)}` }
        await connection.call('PUT', `/api/conversations/${randomUUID()}`, {
          headers: { 'if-none-match': '*' },
          body: { revisionId: randomUUID(), frameworkDigest: me.framework.digest, content },
        })
      }
    } finally {
      await connection.close()
    }
  })

  test('prints the talk that comes next, as Markdown', async () => {
    const ran = await run('brief')
    expect([ran.code, ran.err]).toEqual([0, ''])
    expect(ran.out).toBe('# Kim, 2098-01-02\n\n## The one thing\n\nThe year 2098\n')
  })

  test('prints the next one with somebody', async () => {
    expect((await run('brief lena')).out).toContain('The year 2099')
    expect((await run('brief nobody')).err).toContain('No talk has the id or name nobody.')
  })
})
