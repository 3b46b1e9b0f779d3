// Pieces of work in a table: what is read, and what is said about what does not fit.
import { expect, test } from 'vitest'
import { loadFramework } from '../../../tests/frameworks/load-framework.ts'
import { BUILT_IN } from '../../../tests/frameworks/read-files.ts'
import { addQuarters, quarterName, quarterOf, readQuarter } from './quarter.ts'
import { readOpportunities } from './read-opportunities.ts'

const framework = loadFramework(BUILT_IN)
const read = (text: string) => readOpportunities(text, framework, '2027-Q1')

test('a table of work is read with its kinds, quarters, weeks and skills', () => {
  const { opportunities, notes } = read(
    [
      'Work,Kind,Quarter,People,Person-weeks,Skills,Description',
      'Lead the billing migration,Stretch,Q2 2027,2,12,"Project leadership 3; system-design: 4","Old queue, new queue"',
      'On-call rota,glue work,2027-Q1,1,3,,',
      'Patch the build,KTLO,,1,2,Mentoring,',
    ].join('\r\n'),
  )
  expect(opportunities).toEqual([
    {
      line: 2,
      title: 'Lead the billing migration',
      about: 'Old queue, new queue',
      kind: 'stretch',
      quarter: '2027-Q2',
      people: 2,
      weeks: 6,
      skills: [
        { skill: 'project-leadership', level: 3 },
        { skill: 'system-design', level: 4 },
      ],
    },
    expect.objectContaining({ kind: 'glue', quarter: '2027-Q1', people: 1, weeks: 3, skills: [] }),
    expect.objectContaining({
      kind: 'steady',
      quarter: '2027-Q1',
      skills: [{ skill: 'mentoring', level: 3 }],
    }),
  ])
  expect(notes).toEqual([])
})

test('what does not fit is named with its line, and the rest of the row still counts', () => {
  const { opportunities, notes } = read(
    'title;quarter;weeks;skills\nMigration;soon;4;Facilitatoin 9\n;2027-Q1;2;\n',
  )
  expect(opportunities).toEqual([
    expect.objectContaining({ title: 'Migration', quarter: '2027-Q1', weeks: 4 }),
  ])
  expect(notes.map(({ line }) => line)).toEqual([2, 2, 3])
  expect(notes[1]?.message).toContain('Is “Facilitation” meant?')
})

test('text that is no table, and a table without titles, change nothing and say so', () => {
  expect(read('Hello.').opportunities).toEqual([])
  expect(read('a,b\n1,2\n').notes[0]?.message).toContain('headed')
})

test('a private skill is never taken from a table', () => {
  const { opportunities, notes } = read('title,skills\nRest,sustainable-pace 3\n')
  expect(opportunities[0]?.skills).toEqual([])
  expect(notes.some(({ message }) => message.includes('no skill here'))).toBe(true)
})

test('quarters are read as people write them and follow each other over the year’s end', () => {
  expect(['2027-Q1', 'Q1 2027', '2027 q1', '1/2027', '2027/1', 'spring'].map(readQuarter)).toEqual([
    ...Array.from({ length: 5 }, () => '2027-Q1'),
    undefined,
  ])
  expect(quarterOf('2026-11-23')).toBe('2026-Q4')
  expect(addQuarters('2026-Q4', 1)).toBe('2027-Q1')
  expect(addQuarters('2027-Q1', -4)).toBe('2026-Q1')
  expect(quarterName('2027-Q1')).toBe('Q1 2027')
})
