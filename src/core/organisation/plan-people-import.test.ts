// Files of people: read as they come, planned before anything changes, and each mistake with its line and its mend.
import { describe, expect, test } from 'vitest'
import { processorTime } from '../../../tests/processor-time.ts'
import { applyEffects, lineOn, type PeopleList } from './people-list.ts'
import { type PeopleImport, planPeopleImport } from './plan-people-import.ts'
import { readPeopleFile } from './read-people-file.ts'

const NOW = '2026-11-23T10:00:00.000Z'
const EMPTY: PeopleList = { people: new Map(), teams: new Map() }
const roles = [
  { id: 'senior-engineer', name: 'Senior engineer' },
  { id: 'engineering-manager', name: 'Engineering manager' },
]
let ids = 0
const newId = () => `id-${++ids}`

function plan(text: string, list: PeopleList = EMPTY, now = NOW): PeopleImport {
  return planPeopleImport(readPeopleFile(text), { list, now, newId, frameworkId: 'skillmap', roles })
}

/** The list after a file that has no problems. */
function listAfter(text: string, list: PeopleList = EMPTY): PeopleList {
  const planned = plan(text, list)
  expect(planned.problems).toEqual([])
  return planned.after
}

const called = (list: PeopleList, name: string) => {
  const found = [...list.people.values()].find(({ displayName }) => displayName === name)
  if (found === undefined) throw new Error(`Nobody is called ${name}.`)
  return found
}

const countsOf = ({ people }: PeopleImport) => {
  const counts: Record<string, number> = {}
  for (const { what } of people) counts[what] = (counts[what] ?? 0) + 1
  return counts
}

const FILE = `name,team,manager,role,from,left
Bea,Platform,Max,Senior engineer,2026-01-01,
Max,Platform,Nia,engineering-manager,2024-01-01,
Nia,,,,2020-01-01,
Lea,Platform,Max,senior engineer,2021-01-01,2026-03-31
`

describe('A file of people', () => {
  test('names managers before they appear, makes teams, and knows leavers', () => {
    const list = listAfter(FILE)
    const bea = called(list, 'Bea')
    expect(lineOn(bea, 'manager', '2026-11-23')?.value).toBe(called(list, 'Max').id)
    expect(lineOn(bea, 'role', '2026-11-23')?.value).toBe('skillmap/senior-engineer')
    expect([...list.teams.values()].map(({ name }) => name)).toEqual(['Platform'])
    expect(called(list, 'Lea')).toMatchObject({ leftOn: '2026-03-31' })
    expect(called(list, 'Lea').lines.every(({ until }) => until === '2026-03-31')).toBe(true)
  })

  test('changes nothing when it is brought a second time, then or later', () => {
    const planned = plan(FILE)
    const list = planned.after
    expect(applyEffects({ ...list, people: new Map() }, planned.changes).people).toEqual(list.people)
    for (const now of [NOW, '2027-02-01T10:00:00.000Z']) {
      const again = plan(FILE, list, now)
      expect([again.problems, again.changes, again.teams]).toEqual([[], [], []])
      expect(countsOf(again)).toEqual({ same: 4 })
    }
  })

  test('moves, renames nobody by mistake, and ends only whom it says', () => {
    const list = listAfter(FILE)
    const next = plan('name;team;from;left\nbea;Apps;2026-12-01;\nMax;;;31.12.2026\n', list)
    expect(next.problems).toEqual([])
    expect(countsOf(next)).toEqual({ changed: 1, ended: 1 })
    expect(next.teams.map(({ name }) => name)).toEqual(['Apps'])
    expect(called(next.after, 'Nia')).toEqual(called(list, 'Nia'))
  })

  test.each([
    ['semicolons, quotes and a mark of its encoding', '\ufeffName;Abteilung\r\n"Berg; Bea";Plattform\r\n'],
    ['tabs', 'full name\tdepartment\nBerg; Bea\tPlattform\n'],
    ['first and last names', 'Vorname,Nachname,Team\nBerg;,Bea,Plattform\n'],
  ])('may come with %s', (_, text) => {
    expect(lineOn(called(listAfter(text), 'Berg; Bea'), 'team', '2026-11-23')).not.toBeNull()
  })

  test('tells two people of one name apart by an id, and keeps it', () => {
    const twice = 'name,id,manager\nMax Muster,1,\nMax Muster,2,1\n'
    const list = listAfter(twice)
    expect(list.people.size).toBe(2)
    expect(plan(twice, list).changes).toEqual([])
    expect(plan('name\nMax Muster\nMax Muster\n').problems).toMatchObject([{ line: 3 }])
    expect(plan('name,team\nMax Muster,Apps\n', list).problems).toMatchObject([
      { line: 2, message: 'The list has 2 people called Max Muster.', mend: expect.stringContaining('id') },
    ])
    expect(plan('name,manager\nZoe,Max Muster\n', list).problems).toMatchObject([
      {
        message: '2 people are called Max Muster.',
        mend: 'Write the id of the manager in place of the name.',
      },
    ])
  })

  test('gives an id to the one person of that name who has none', () => {
    const list = listAfter('name\nBea\n')
    const withId = plan('name,id\nBea,77\n', list)
    expect(countsOf(withId)).toEqual({ changed: 1 })
    expect(called(withId.after, 'Bea').externalId).toBe('77')
    expect(plan('name,id\nBea,77\nBea,78\n', list).problems).toHaveLength(2)
  })

  test('asks from which day somebody is back who has left', () => {
    const list = listAfter(FILE)
    expect(plan('name,team\nLea,Platform\n', list).problems).toMatchObject([
      { message: 'Lea left on 2026-03-31.', mend: expect.stringContaining('back') },
    ])
    const back = plan('name,team,from\nLea,Platform,2026-11-01\n', list)
    expect(back.problems).toEqual([])
    expect(called(back.after, 'Lea').leftOn).toBeNull()
    expect(called(back.after, 'Lea').lines.map(({ until }) => until)).toContain('2026-03-31')
  })

  test.each([
    ['a circle', 'name,manager\nA,B\nB,A\n', 2, 'would manage themselves'],
    ['a manager nobody knows', 'name,manager\nA,Zed\n', 2, 'neither in the file nor on the list'],
    ['oneself as manager', 'name,manager\nA,A\n', 2, 'manage themselves'],
    ['a manager who has left', 'name,manager,left\nA,B,\nB,,2026-01-31\n', 2, 'manages nobody after that'],
    ['a role of no framework', 'name,role\nA,wizard\n', 2, 'no role “wizard”'],
    ['a day that is none', 'name,from\nA,2026-02-30\n', 2, 'is no day'],
    ['a day that may be two', 'name,from\nA,3/4/2026\n', 2, 'which is the day'],
    ['days the wrong way round', 'name,from,left\nA,2026-02-01,2026-01-01\n', 2, 'before the first'],
    ['a line without a name', 'name,team\nA,x\n,y\n', 3, 'no name'],
    ['a line with too many values', 'name,team\nA,x\nB,y,z\nC,z\n', 3, 'more values'],
    ['no heading for names', 'team,from\nx,\n', 1, 'No column says the name'],
    ['nothing', '', 1, 'empty'],
  ])('with %s says so, with its line', (_, text, line, says) => {
    const { problems } = plan(text)
    expect(problems[0]).toMatchObject({ line, message: expect.stringContaining(says) })
    expect(problems[0]?.mend).not.toBe('')
  })

  test('finds nobody by an address, and says that it does not read it', () => {
    const read = readPeopleFile('name,e-mail,shoe size\nBea,bea@example.com,38\n')
    expect(read.unread).toMatchObject([
      { heading: 'e-mail', why: expect.stringContaining('address') },
      { heading: 'shoe size' },
    ])
    expect(JSON.stringify(read.rows)).not.toContain('example.com')
  })

  test('lets nobody in by what a provider calls them, and says what does', () => {
    const read = readPeopleFile('name,SSO subject\nBea,00u1a2b3c\n')
    expect(read.unread).toMatchObject([
      { heading: 'SSO subject', why: expect.stringContaining('invitation') },
    ])
    expect(JSON.stringify(read.rows)).not.toContain('00u1a2b3c')
  })

  test('does not take a name such as __proto__ for anything else', () => {
    const list = listAfter(
      'name,id,team,manager\n__proto__,constructor,__proto__,\nBea,1,constructor,__proto__\n',
    )
    expect(list.people.size).toBe(2)
    expect(({} as Record<string, unknown>).displayName).toBeUndefined()
  })

  test('of ten thousand people is planned in a moment', () => {
    const lines = Array.from(
      { length: 10_000 },
      (_, at) => `Person ${at},${at},Team ${at % 300},${at === 0 ? '' : Math.floor((at - 1) / 8)}`,
    )
    const took = processorTime(() => {
      const planned = plan(`name,id,team,manager\n${lines.join('\n')}\n`)
      expect(planned.problems).toEqual([])
      expect(countsOf(planned)).toEqual({ added: 10_000 })
    })
    expect(took).toBeLessThan(10_000)
  })
})
