// Two versions of a real framework, as far apart as a rewrite: the comparison says so and invents nothing.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Framework } from '../../src/core/framework/framework.ts'
import { readImport } from '../../src/core/importing/read-import.ts'
import { diffFrameworks } from '../../src/core/revision/diff-frameworks.ts'
import { summariseDiff } from '../../src/core/revision/diff-summary.ts'
import { changesOf } from '../../src/core/revision/framework-diff.ts'

const REAL = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'frameworks', 'financial-times')

/** Two versions in the same format, made up, for where the real ones are not there. */
function made(levels: string[], themes: string[], said: (theme: string, level: string) => string): string {
  const list = (ids: string[]) => ids.map((id) => `  - id: ${id}\n    name: ${id}\n`).join('')
  const competencies = themes.flatMap((theme) =>
    levels.map(
      (level) =>
        `  - id: ${theme}-${level}\n    summary: ${said(theme, level)}\n    level: ${level}\n    theme: ${theme}\n    proficiency: Awareness\n`,
    ),
  )
  return `name: Engineering\nlevels:\n${list(levels)}themes:\n${list(themes)}competencies:\n${competencies.join('')}`
}

function load(name: string, otherwise: string): Framework {
  const file = join(REAL, name)
  const text = existsSync(file) ? readFileSync(file, 'utf8') : otherwise
  const { framework } = readImport([{ kind: 'text', path: name, text }])
  if (framework === null) throw new Error(`${name} holds no framework.`)
  return framework
}

test('a framework that was written anew is told as that: themes gone and new, levels of another scale', () => {
  const before = load(
    'engineering-v1.yml',
    made(['junior', 'engineer'], ['technical', 'delivery'], (theme, level) => `Does ${theme} as ${level}`),
  )
  const after = load(
    'engineering.yml',
    made(
      ['junior', 'engineer', 'senior'],
      ['technical', 'team-work'],
      (theme, level) => `${level} lives ${theme}`,
    ),
  )
  const diff = diffFrameworks(before, after)
  expect(changesOf(diff, 'skill-added').length).toBeGreaterThan(0)
  expect(changesOf(diff, 'skill-removed', 'skill-merged').map((change) => change.skill.name)).toEqual(
    expect.arrayContaining([expect.stringMatching(/delivery/i)]),
  )
  expect(changesOf(diff, 'role-added').length).toBeGreaterThan(0)
  // The themes that stayed are the same ones, by id.
  expect(diff.skills.after.get('technical')).toBe('technical')
  expect(summariseDiff(diff).at(-1)).toContain('The scale itself changed')
  for (const change of changesOf(diff, 'sentence-reworded', 'sentence-moved'))
    if (change.match.by === 'text') expect(change.match.confidence).toBeGreaterThanOrEqual(0.6)
})
