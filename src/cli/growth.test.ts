// Plan, progress, levels and forecast on the command line, against data of their own.
import { describe, expect, test } from 'vitest'
import { commandLineBesideServer } from '../../tests/command-line.ts'

const { run, withoutData } = commandLineBesideServer()

const asJson = async (line: string | string[]) => {
  const ran = await run(Array.isArray(line) ? [...line, '--json'] : `${line} --json`)
  expect([ran.code, ran.err]).toEqual([0, ''])
  expect(ran.out).not.toMatch(/NaN|Infinity/)
  return JSON.parse(ran.out)
}

// One person's way, in order: what one command keeps, the next one shows.
describe('growing, on the command line', () => {
  test('a plan needs to know the role, and says how to tell it', async () => {
    const ran = await run('plan')
    expect([ran.code, ran.out]).toEqual([1, ''])
    expect(ran.err).toContain('skillmap assess')
    const none = await run('forecast')
    expect([none.code, none.err]).toEqual([1, 'You keep no plan yet: skillmap plan makes one.\n'])
  })

  test('levels come with likely ranges and with what they rest on', async () => {
    await run('assess --role senior-engineer --count 2', { typed: ['y', 'n', 'y', 'n'] })
    const all = await run('levels')
    expect(all.out).toMatch(/Skill +Level +Likely range +Your role asks/)
    expect(all.out).toContain('right four times out of five')
    const { levels } = await asJson('levels')
    const one = await run(`levels ${levels[0].skill}`)
    expect(one.out).toContain('What you said yourself')
    expect(one.out).toContain('What would make it surer')
  })

  test('a plan with options is tried out; with --keep it is kept, and is there the next time', async () => {
    const tried = await run('plan --to staff-engineer --hours 4')
    expect(tried.out).toContain('Tried out only. To keep it, add --keep.')
    const kept = await asJson('plan --to staff-engineer --hours 4 --keep')
    expect(kept.kept).toMatchObject({
      version: 1,
      why: ['This is your first plan.'],
      choices: { hoursPerWeek: [4] },
    })
    const again = await asJson('plan')
    expect(again.kept.revisionId).toBe(kept.kept.revisionId)
    expect(again.plan).toEqual(kept.plan)
    const what = await asJson('plan --what-if --hours 9')
    expect(what.kept).toBeNull()
  })

  test('everything that a plan takes can be kept, emptied again, and undone step by step', async () => {
    const before = await asJson('plan')
    const kept = await asJson([
      ...'plan --to staff-engineer=3,engineering-manager=1 --at-once 2 --heavy-weeks 2'.split(' '),
      ...'--order speaking,mentoring --opportunity performance-management=2 --pin mentoring --keep'.split(
        ' ',
      ),
    ])
    expect(kept.kept.choices).toMatchObject({
      destinations: [
        { role: 'staff-engineer', share: 3 },
        { role: 'engineering-manager', share: 1 },
      ],
      focusLimit: 2,
      heavyWeeks: 2,
      order: ['speaking', 'mentoring'],
      opportunities: { 'performance-management': 2 },
      pins: ['mentoring'],
    })
    const emptied = await asJson('plan --order none --opportunity none --pin none --keep')
    expect(emptied.kept.choices).toMatchObject({ order: [], opportunities: {}, pins: [] })
    const once = await asJson('plan --undo')
    expect(once.kept).toMatchObject({ repeats: kept.kept.revisionId, choices: kept.kept.choices })
    const twice = await asJson('plan --undo')
    expect(twice.kept.choices).toEqual(before.kept.choices)
    expect(twice.plan).toEqual(before.plan)
    const end = await run('plan --undo')
    expect([end.code, end.err]).toEqual([1, 'There is no earlier plan to go back to.\n'])
  })

  test('a week is reported in one line, corrected in another, and taken back', async () => {
    const { plan } = await asJson('plan')
    const { skill, level, name } = plan.steps[0]
    const first = await run(['progress', name, '--hours', '2'])
    expect(first.out.replaceAll(/\s+/g, ' ')).toMatch(/: two hours\. So far 2 of about [\d.]+ hours\./)
    const done = await asJson(['progress', skill, '--hours', '3', '--done', '--note', 'A design note'])
    expect(done.entries).toMatchObject([{ skill, level, hours: 3, done: true, note: 'A design note' }])
    expect(done.steps).toMatchObject([{ skill, level, state: 'said-done', spent: 3 }])
    expect((await run('progress')).out).toContain('done, you say')
    expect((await asJson(['progress', skill, '--level', String(level), '--withdraw'])).entries).toEqual([])
  })

  test('the last report is undone, whatever it was, and comes back when that is undone', async () => {
    const { plan } = await asJson('plan')
    const { skill } = plan.steps[0]
    const hours = async (line: string | string[]) =>
      (await asJson(line)).entries.map((entry: { hours: number }) => entry.hours)
    expect(await hours(['progress', skill, '--hours', '2', '--note', 'Two'])).toEqual([2])
    expect(await hours(['progress', skill, '--hours', '4'])).toEqual([4])
    const undone = await asJson('progress --undo')
    expect(undone.entries).toMatchObject([{ hours: 2, note: 'Two' }])
    expect(await hours('progress --undo')).toEqual([4])
    expect(await hours(['progress', skill, '--withdraw'])).toEqual([])
    const back = await run('progress --undo')
    expect(back.out).toContain(': four hours again.')
    expect(await hours(['progress', skill, '--withdraw'])).toEqual([])
  })

  test('a forecast is told in frequencies, kept, and honest about how little is known', async () => {
    const ran = await run('forecast')
    expect(ran.out).toContain('Half of people like this would')
    expect(ran.out.replaceAll(/\s+/g, ' ')).toContain('Too few to tell yet')
    const { past, forecasts } = await asJson('forecast')
    expect(past.length).toBeGreaterThanOrEqual(forecasts[0].milestones.length)
  })

  test.each([
    ['progress mentoring', 'Say how many hours'],
    ['progress mentoring --hours many', '--hours takes a number'],
    ['plan --from SE --to ST --keep', 'leave out --from'],
    ['plan --from SE --to ST=much', '--to takes a number after “=”'],
    ['progress mentoring --undo', '--undo stands alone'],
  ])('“skillmap %s” is not understood, and says what is missing', async (line, hint) => {
    const ran = await run(line, withoutData)
    expect([ran.code, ran.out]).toEqual([2, ''])
    expect(ran.err).toContain(hint)
  })

  test.each([
    ['plan --from SE --to ST --hours 99', 'Hours a week must be numbers from 0 to 60.'],
    ['plan --from SE --to ST --quarters 0', 'A plan covers more than no time'],
    [
      'plan --from SE --to ST --pin delegation --without delegation',
      'cannot be both in the plan and out of it',
    ],
  ])('“skillmap %s” is refused in a sentence', async (line, sentence) => {
    const ran = await run(line, withoutData)
    expect([ran.code, ran.out]).toEqual([1, ''])
    expect(ran.err).toContain(sentence)
  })

  test.each([
    'plan --from SE --to ST --hours 0',
    'plan --from SE --to ST --quarters 0.08',
    'plan --from SE --to SE',
  ])('“skillmap %s” gives a sensible answer', async (line) => {
    const ran = await run(`${line} --json`, withoutData)
    expect([ran.code, ran.err]).toEqual([0, ''])
    expect(ran.out).not.toMatch(/NaN|Infinity/)
  })
})
