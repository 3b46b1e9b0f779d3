// Public formats are recognised by what is in them, and become what their owners would expect on a map.
import { expect, test } from 'vitest'
import { lintFramework } from '../../src/core/framework/lint-framework.ts'
import { readImport } from '../../src/core/importing/read-import.ts'
import { frameworkOf, levelsOf, movesOf, sample, statementsOf, textSource } from './import-source-of.ts'

test('a job family of the Financial Times becomes roles with forks, and proficiencies become levels', () => {
  const reading = readImport([sample('job-family.yml', 'ladder.csv')])
  const framework = frameworkOf(reading)
  expect(reading.kind).toBe('financial-times')
  expect(framework.name).toBe('Baking')
  expect(framework.scale.map(({ name }) => name)).toEqual([
    'Not expected',
    'Awareness',
    'Working knowledge',
    'Expert',
  ])
  expect(framework.paths.map(({ name }) => name)).toEqual(['Baking', 'Bread', 'People'])
  expect(framework.roles.map(({ band }) => band)).toEqual([1, 2, 3, 3, 4])
  expect(levelsOf(framework, 'Baker')).toEqual({ Dough: 2, Team: 1 })
  expect(statementsOf(framework, 'Dough')).toEqual({
    1: ['Kneads by hand.'],
    2: ['Baker: Plans a batch. For example: Writes the plan', 'Master (People): Judges loaves.'],
    3: ['Master (Bread): Invents loaves.', 'Head Baker: Chooses the mill.'],
  })
  expect(movesOf(framework)).toEqual([
    'apprentice up baker',
    'baker up master-bread',
    'baker up master-people',
    'master-bread up head-baker',
    'master-people up head-baker',
    'master-bread cross master-people',
    'master-people cross master-bread',
  ])
})

test('what of a job family has no place in a framework is told with its line', () => {
  const { losses } = readImport([
    sample('job-family.yml', 'a.txt'),
    textSource('notes.txt', 'Just some words.'),
  ])
  expect(losses.map(({ place, what }) => [place.path, place.line, what])).toEqual([
    ['a.txt', 3, '"googleSheetId": abc'],
    ['a.txt', 24, '"colour" of a competency'],
    ['a.txt', 28, 'Competency Is lost.'],
    ['notes.txt', undefined, 'The whole file'],
  ])
})

test('Snowflake is read out of its program, and titles become roles by their points', () => {
  const reading = readImport([sample('tracks.txt', 'data.md')])
  const framework = frameworkOf(reading)
  expect(reading.kind).toBe('snowflake')
  expect(reading.losses).toEqual([])
  expect(framework.skills.map(({ name }) => name)).toEqual(['Dough', 'Team'])
  expect(framework.skills[0]?.definition).toBe("Works with the baker's dough")
  expect(statementsOf(framework, 'Dough')[1]).toEqual([
    'Kneads. For example: Kneaded a loaf',
    'Kneads by hand',
  ])
  expect(levelsOf(framework, 'Baker II')).toEqual({ Dough: 1, Team: 1 })
  expect(levelsOf(framework, 'Master Baker')).toEqual({ Dough: 2, Team: 1 })
  expect(framework.roles.find(({ name }) => name === 'Baker II')?.purpose).toBe(
    '2 to 3 points over all tracks; levels 2.1 from 2 points.',
  )
  expect(framework.assumptions.map(({ assumed }) => assumed).join()).toContain(
    'spread evenly over all tracks',
  )
})

test('ladders with axes become skills with named levels, and positions become roles', () => {
  const reading = readImport([sample('positions.md', 'one.json'), sample('axes.md', 'two.yaml')])
  const framework = frameworkOf(reading)
  expect(reading.kind).toBe('engineering-ladders')
  expect(framework.skills.map(({ name, definition }) => [name, definition])).toEqual([
    ['Dough', 'what the hands do'],
    ['Team', 'what others get'],
  ])
  expect(levelsOf(framework, 'Baker 2')).toEqual({ Dough: 2, Team: 1 })
  expect(framework.roles.map(({ code }) => code)).toEqual(['B1', 'B2'])
  expect(framework.bands.map(({ name }) => name)).toEqual(['Level 1', 'Level 2, senior'])
  expect(reading.losses.map(({ place, what }) => [place.path, place.line, what])).toEqual([
    ['one.json', 15, 'speaks about entirely different matters here'],
    ['two.yaml', 15, 'The part "FAQ": 1 sentence or entry'],
  ])
})

test('everything that was assumed is noted, and lint finds no error', () => {
  for (const sources of [
    [sample('job-family.yml', 'a')],
    [sample('tracks.txt', 'a')],
    [sample('axes.md', 'a'), sample('positions.md', 'b')],
  ]) {
    const framework = frameworkOf(readImport(sources))
    expect(lintFramework(framework).filter(({ severity }) => severity === 'error')).toEqual([])
    const fields = framework.assumptions.map(({ where, field }) => `${where} ${field}`)
    expect(fields).toContain('moves.yaml moves')
    expect(fields).toContain('framework.yaml layout')
  }
})
