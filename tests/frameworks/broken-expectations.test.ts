// Faults in expectations.csv: each is told with its line.
import { test } from 'vitest'
import { appended, type Case, expectTold, replaced, textOf } from './broken-folder.ts'

const cases: Case[] = [
  {
    name: 'a role that does not exist',
    files: replaced('expectations.csv', 'baker,oven-work,2', 'bakr,oven-work,2'),
    told: ['expectations.csv:6 There is no role "bakr".'],
  },
  {
    name: 'a skill that does not exist, in several rows',
    files: { 'expectations.csv': textOf('expectations.csv').replaceAll('oven-work', 'oven-wrok') },
    told: [
      'expectations.csv:3 There is no skill "oven-wrok" (in 3 rows, of which this is the first).',
      'skills/oven-work.md:1 No role expects "oven-work".',
    ],
  },
  {
    name: 'a level above the scale',
    files: replaced('expectations.csv', 'baker,hygiene,2', 'baker,hygiene,4'),
    told: ['expectations.csv:7 Level 4 is above the top level 3 of the scale.'],
  },
  {
    name: 'a level that is no number',
    files: replaced('expectations.csv', 'baker,hygiene,2', 'baker,hygiene,two'),
    told: ['expectations.csv:7 "level" must be a number; it is "two".'],
  },
  {
    name: 'half a level',
    files: replaced('expectations.csv', 'baker,hygiene,2', 'baker,hygiene,2.5'),
    told: ['expectations.csv:7 "level" must be a whole number; it is 2.5.'],
  },
  {
    name: 'a row that stands twice',
    files: appended('expectations.csv', 'baker,hygiene,3\n'),
    told: ['expectations.csv:20 "hygiene" for "baker" was already given in line 7.'],
  },
  {
    name: 'a weight without a level and a level without a weight',
    files: { 'expectations.csv': 'role,skill,level,weight\nbaker,hygiene,0,2\nbaker,oven-work,2,0\n' },
    told: [
      'expectations.csv:2 Level 0 has weight 2.',
      'expectations.csv:3 Level 2 has weight 0.',
      /^roles\.yaml:2 "apprentice" expects nothing/,
      /^roles\.yaml:4/,
      /^roles\.yaml:5/,
      /^roles\.yaml:6/,
      /^skills\/dough-making\.md:1 No role expects/,
      /^skills\/ordering/,
      /^skills\/serving-customers/,
    ],
  },
  {
    name: 'a weight of 4',
    files: replaced(
      'expectations.csv',
      'role,skill,level\n',
      'role,skill,level,weight\nbaker,ordering,1,4\n',
    ),
    told: ['expectations.csv:2 "weight" must be one of 0, 1, 2, 3; it is 4.'],
  },
  {
    name: 'no header',
    files: { 'expectations.csv': 'baker,hygiene,2\n' },
    told: [
      /^expectations\.csv:1 The column "baker" is not known/,
      /^expectations\.csv:1 The column "hygiene" is not known/,
      /^expectations\.csv:1 The column "2" is not known/,
      'expectations.csv:1 The first line does not name the columns role, skill, level.',
      ...[2, 3, 4, 5, 6].map((line) => new RegExp(`^roles\\.yaml:${line} .* expects nothing`)),
      ...['dough', 'hygiene', 'ordering', 'oven', 'serving'].map(
        (id) => new RegExp(`^skills/${id}.* No role expects`),
      ),
    ],
  },
  {
    name: 'a quote that is never closed',
    files: replaced('expectations.csv', 'baker,hygiene,2', '"baker,hygiene,2'),
    told: ['expectations.csv:7 A quote is opened and never closed.'],
  },
  {
    name: 'too many values in a row',
    files: replaced('expectations.csv', 'baker,hygiene,2', 'baker,hygiene,2,2,2'),
    told: ['expectations.csv:7 The row has 5 values for 3 columns.'],
  },
]

test.each(cases)('$name is told with its line', expectTold)
