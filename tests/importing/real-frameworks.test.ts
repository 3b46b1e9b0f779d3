// Frameworks of others, where they lie beside the project: everything in them arrives, and lint finds no error.
import { expect, test } from 'vitest'
import { lintFramework } from '../../src/core/framework/lint-framework.ts'
import { readImport } from '../../src/core/importing/read-import.ts'
import { frameworkOf, hasRealFrameworks, levelsOf, realSources, sample } from './import-source-of.ts'

const errorsOf = (framework: Parameters<typeof lintFramework>[0]) =>
  lintFramework(framework).filter(({ severity }) => severity === 'error')

test('Financial Times: every competency at its level, with forks for individuals and managers', () => {
  const reading = readImport(
    realSources('financial-times', /^engineering\.yml$/) ?? [sample('job-family.yml', 'a')],
  )
  const framework = frameworkOf(reading)
  expect(errorsOf(framework)).toEqual([])
  expect(reading.losses.length).toBeLessThanOrEqual(3)
  if (!hasRealFrameworks) return
  const statements = framework.skills.flatMap((skill) => skill.anchors.flatMap((anchor) => anchor.behaviours))
  expect(statements).toHaveLength(72)
  expect(Object.values(framework.expectations).flatMap((own) => Object.keys(own))).toHaveLength(72)
  expect(framework.paths.map(({ name }) => name)).toEqual([
    'Engineering',
    'Individual Contributor',
    'People Manager',
  ])
  expect(levelsOf(framework, 'Principal Engineer (Individual Contributor)').Technical).toBe(5)
  expect(levelsOf(framework, 'Principal Engineer (People Manager)').Technical).toBe(4)
})

test('Financial Times, earlier shape: all competencies of four roles', () => {
  const reading = readImport(
    realSources('financial-times', /^engineering-v1\.yml$/) ?? [sample('job-family.yml', 'a')],
  )
  const framework = frameworkOf(reading)
  expect(errorsOf(framework)).toEqual([])
  if (!hasRealFrameworks) return
  expect(framework.roles).toHaveLength(4)
  const statements = framework.skills.flatMap((skill) => skill.anchors.flatMap((anchor) => anchor.behaviours))
  expect(statements.length).toBeGreaterThanOrEqual(100)
})

test('Snowflake: sixteen tracks with five milestones each, and a role for each title', () => {
  const reading = readImport(realSources('medium-snowflake', /./) ?? [sample('tracks.txt', 'a')])
  const framework = frameworkOf(reading)
  expect(errorsOf(framework)).toEqual([])
  expect(reading.losses).toEqual([])
  if (!hasRealFrameworks) return
  expect(framework.skills).toHaveLength(16)
  expect(
    framework.skills.every(
      ({ anchors }) => anchors.length === 5 && anchors.every(({ behaviours }) => behaviours.length >= 3),
    ),
  ).toBe(true)
  expect(framework.roles).toHaveLength(8)
})

test('engineeringladders: eighteen positions, each with a level on five axes', () => {
  const reading = readImport(
    realSources('jorgef-engineeringladders', /./) ?? [sample('axes.md', 'a'), sample('positions.md', 'b')],
  )
  const framework = frameworkOf(reading)
  expect(errorsOf(framework)).toEqual([])
  if (!hasRealFrameworks) return
  expect(framework.roles).toHaveLength(18)
  expect(framework.skills).toHaveLength(5)
  expect(framework.roles.every(({ id }) => Object.keys(framework.expectations[id] ?? {}).length === 5)).toBe(
    true,
  )
  expect(levelsOf(framework, 'Tech Lead 6')).toEqual({
    Technology: 4,
    System: 5,
    People: 4,
    Process: 5,
    Influence: 3,
  })
  // Introductions, questions and answers, and two essays about managing.
  expect(reading.losses.length).toBeLessThanOrEqual(12)
})
