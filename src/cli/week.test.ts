// Looking back on a week on the command line: every question may be skipped, and what is said is kept.
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { commandLineBesideServer } from '../../tests/command-line.ts'

const { run } = commandLineBesideServer()
const today = new Date().toISOString().slice(0, 10)
const weekAgo = new Date(Date.now() - 7 * 86_400_000).toISOString().slice(0, 10)

// One person's way, in order: what one command keeps, the next one shows.
describe('a week, on the command line', () => {
  test('may be skipped whole, with Enter or by leaving', async () => {
    const skipped = await run('week', { typed: ['', '', ''] })
    expect([skipped.code, skipped.err]).toEqual([0, ''])
    expect(skipped.out).toContain('Nothing was said, so nothing is kept. That is fine.')
    expect((await run('week --list')).out).toContain('Nothing is said of any week, and nothing has to be.')
  })

  test('without a plan asks only how it was, and asks again for what it cannot read', async () => {
    const said = await run(`week --week ${weekAgo}`, { typed: ['On-call all week', 'x', 'h', '11', '3'] })
    expect(said.out.match(/That was not understood/g)).toHaveLength(2)
    const { out } = await run('week --list')
    expect(out).toContain('The hours felt heavy. Energy left for learning: 3 of 10.')
    expect(out).toContain('In the way: On-call all week')
  })

  test('with a plan asks for hours of each step, moves dates, and offers a lighter plan after two heavy ones', async () => {
    await run('assess --role senior-engineer --count 1', { typed: ['y', 'n'] })
    const plan = JSON.parse((await run('plan --to staff-engineer --hours 4 --keep --json')).out)
    const areas: unknown[] = plan.plan.quarters[0].areas
    const rest = areas.slice(1).map(() => '')
    const said = await run(`week --week ${today}`, { typed: ['9', 'n', ...rest, '', 'h', '', 'y'] })
    expect([said.code, said.err]).toEqual([0, ''])
    expect(said.out).toMatch(/has 9 of about \d+ hours behind it\./)
    expect(said.out).toContain('You said of two weeks in a row that their hours felt heavy.')
    expect(said.out).toMatch(/Lightening\s+the\s+plan\s+moves/)
    expect(said.out.replaceAll(/\s+/g, ' ')).toContain(
      'Done. skillmap plan --undo brings the plan of before back.',
    )
    const after = JSON.parse((await run('plan --json')).out)
    expect(after.kept.choices.heavyWeeks).toBe(2)
    expect(after.plan.quarters[0].hours).toBe(26)
  })

  test('corrected, keeps what is not asked again', async () => {
    await run(`week --week ${weekAgo}`, { typed: ['q'] })
    const { plan } = JSON.parse((await run('plan --json')).out)
    const skipped: string[] = plan.quarters[0].areas.map(() => '')
    await run(`week --week ${weekAgo}`, { typed: [...skipped, 'Two releases', 'q'] })
    const { checkIns } = JSON.parse((await run('week --list --json')).out)
    expect(checkIns[1]).toMatchObject({
      inTheWay: 'Two releases',
      ownAnswers: { load: 'heavy', energy: 3 },
    })
  })

  test('what is said while asking stands beside the results that a program reads', async () => {
    const ran = await run(`week --week ${weekAgo} --json`, { typed: ['q'] })
    expect(JSON.parse(ran.out)).toHaveProperty('checkIns')
    expect(ran.err).toContain('Enter skips, q stops.')
  })

  test('a week that is none is refused', async () => {
    const ran = await run('week --week soon')
    expect([ran.code, ran.out]).toEqual([2, ''])
    expect(ran.err).toContain('--week takes a day such as')
  })
})

describe('reminders, on the command line', () => {
  test('are a calendar file, also at an address of the Skillmap that runs, until it is stopped', async () => {
    const { out } = await run('reminders')
    const calendar = new ICAL.Component(ICAL.parse(out))
    expect(calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one).summary)).toEqual([
      'Skillmap: the week, in two minutes',
      'Skillmap: a new quarter',
    ])
    const link = await run('reminders --link')
    expect([link.code, link.err]).toEqual([0, ''])
    const atAddress = async () => fetch(link.out.trim())
    expect(await (await atAddress()).text()).toContain('Skillmap: the week')
    expect((await run('reminders --link --stop')).code).toBe(2)
    expect((await run('reminders --stop')).out).toContain('answers nobody any more')
    expect((await atAddress()).ok).toBe(false)
  })
})
