// skillmap route: roles one after the other on the command line.
import { describe, expect, test } from 'vitest'
import { commandLineBesideServer } from '../../tests/command-line.ts'

const { run, withoutData } = commandLineBesideServer()

describe('a route on the command line', () => {
  test('says what each leg takes, what to try first, and when to decide', async () => {
    const ran = await run(
      'route senior-engineer tech-lead engineering-manager --start 2027 --years 2,5',
      withoutData,
    )
    expect([ran.code, ran.err]).toEqual([0, ''])
    expect(ran.out).toContain('2027 to 2029: Senior engineer → tech lead')
    expect(ran.out).toContain('2029 to 2034: Tech lead → engineering manager')
    expect(ran.out).toContain('Carries over, ')
    expect(ran.out).toContain('Try it first: ')
    expect(ran.out).toMatch(/When to decide[\s\S]*2032 {2}Decide whether to go on\./)
    expect(ran.out).toContain('Worth it on every branch')
    expect(ran.out).not.toMatch(/NaN|undefined|null/)
  })

  test('as JSON holds the legs, the decisions and the assumptions', async () => {
    const ran = await run('route SE stay EM --json', withoutData)
    const { legs, decisions, assumptions } = JSON.parse(ran.out)
    expect(legs.map(({ to }: { to: string }) => to)).toEqual(['senior-engineer', 'engineering-manager'])
    expect(decisions[0].year).toBe(new Date().getFullYear())
    expect(assumptions.length).toBeGreaterThan(0)
  })

  test('names what it does not understand', async () => {
    const unknown = await run('route senior-engineer wizard', withoutData)
    expect(unknown.code).not.toBe(0)
    expect(unknown.err).toContain('wizard')
    for (const line of ['route SE EM --start soon', 'route SE EM --years many', 'route SE']) {
      const ran = await run(line, withoutData)
      expect([ran.code, ran.out]).toEqual([2, ''])
    }
  })

  test('works for a framework that gives neither stays nor ways back, and says what it assumes', async () => {
    const ran = await run('route baker shop-manager --framework tests/frameworks/small', withoutData)
    expect([ran.code, ran.err]).toEqual([0, ''])
    expect(ran.out).toContain('four years stand in')
    expect(ran.out.replaceAll(/\s+/g, ' ')).toContain('How easy the way back to baker would be')
  })
})
