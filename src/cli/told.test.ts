// What somebody was told, on the command line.
import { describe, expect, test } from 'vitest'
import { commandLine } from '../../tests/command-line.ts'

const { run } = commandLine()

describe('skillmap told', () => {
  test('says that nothing is kept, and where to begin', async () => {
    const ran = await run(['told'])
    expect([ran.code, ran.out]).toEqual([0, expect.stringContaining('Nothing is kept here yet.')])
    const json = await run(['told', 'mentoring', '--json'])
    expect(JSON.parse(json.out)).toEqual({ records: [], unreadable: [] })
  })

  test('does not know a skill that is not there', async () => {
    const ran = await run(['told', 'juggling'])
    expect([ran.code, ran.err]).toEqual([expect.any(Number), expect.stringContaining('juggling')])
    expect(ran.code).not.toBe(0)
  })
})
