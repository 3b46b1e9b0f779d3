// Ladders written as headings and lists, in Markdown and HTML.
import { expect, test } from 'vitest'
import { readImport } from '../../src/core/importing/read-import.ts'
import { frameworkOf, levelsOf, statementsOf, textSource } from './import-source-of.ts'

const BY_ROLE = `# Bakery ladder

Welcome.

## Individual
### Developer
Bakes every day.
#### Dough
- Kneads by hand
- Cleans up
#### Team
- Asks for help
### Senior Developer II
#### Dough
- Plans a batch
#### Team
- **Feedback**: gives it

## FAQ
- Is it good?
`

test('roles as headings, with skills below them, in Markdown under a wrong name', () => {
  const reading = readImport([textSource('sheet.xlsx', BY_ROLE)])
  const framework = frameworkOf(reading)
  expect(reading.kind).toBe('pages')
  expect(framework.name).toBe('Bakery ladder')
  expect(levelsOf(framework, 'Senior Developer II')).toEqual({ Dough: 2, Team: 2 })
  expect(statementsOf(framework, 'Dough')).toEqual({
    1: ['Kneads by hand', 'Cleans up'],
    2: ['Plans a batch'],
  })
  expect(statementsOf(framework, 'Team')[2]).toEqual(['Feedback: gives it'])
  expect(framework.roles[0]?.purpose).toBe('Bakes every day.')
  expect(reading.losses.map(({ place, what }) => [place.line, what])).toEqual([
    [3, 'The part "Bakery ladder"'],
    [20, 'The part "FAQ"'],
  ])
})

test('skills as headings, with roles below them, and a role that says nothing new', () => {
  const page =
    '# Testing\nHow we test.\n## Junior Engineer\n- runs tests\n## Senior Engineer\n- designs tests\n# Writing\n## Junior Engineer\n- takes notes\n'
  const framework = frameworkOf(readImport([textSource('a.csv', page)]))
  expect(framework.skills.map(({ name, definition }) => [name, definition])).toEqual([
    ['Testing', 'How we test.'],
    ['Writing', 'The source does not define it.'],
  ])
  expect(levelsOf(framework, 'Senior Engineer')).toEqual({ Testing: 2, Writing: 1 })
})

test('levels without roles still make a map: each level stands as a role, and that is noted', () => {
  const page =
    '## Testing\n### Level 1 - Novice\n- runs tests\n### Level 2\n- writes tests\n## Writing\n### Level 1\n- takes notes\n'
  const framework = frameworkOf(readImport([textSource('a', page)]))
  expect(framework.roles.map(({ name }) => name)).toEqual(['Novice', 'Level 2'])
  expect(framework.scale.map(({ name }) => name)).toEqual(['Not expected', 'Novice', 'Level 2'])
  expect(levelsOf(framework, 'Level 2')).toEqual({ Testing: 2, Writing: 1 })
  expect(framework.assumptions.some(({ field }) => field === 'roles')).toBe(true)
})

test('roles with bare lists have one skill, and sentences keep their level', () => {
  const framework = frameworkOf(
    readImport([textSource('a', '# Engineer I\n- writes code\n# Engineer II\n- designs\n')]),
  )
  expect(framework.skills.map(({ name }) => name)).toEqual(['Expectations'])
  expect(statementsOf(framework, 'Expectations')).toEqual({ 1: ['writes code'], 2: ['designs'] })
})

test('an export of a wiki in HTML reads as the same ladder in Markdown does', () => {
  const html = `<html><head><title>Ladder</title><style>h2{}</style></head><body><h1>Ladder</h1>
    <h2>Engineer</h2><h3>Craft</h3><ul><li>Writes <b>code</b></li><li>Tests</li></ul>
    <h2>Senior Engineer</h2><p>Leads.</p><h3>Craft</h3><ul><li><p>Designs</p><ul><li>in depth</li></ul></li></ul></body></html>`
  const markdown =
    '# Ladder\n## Engineer\n### Craft\n- Writes **code**\n- Tests\n## Senior Engineer\nLeads.\n### Craft\n- Designs\n  - in depth\n'
  const [a, b] = [html, markdown].map((text) => frameworkOf(readImport([textSource('a.tsv', text)])))
  expect(a?.skills).toEqual(b?.skills)
  expect(a?.roles).toEqual(b?.roles)
})

test('pages of roles that hold tables, as Notion writes them, are roles named by their titles', () => {
  const page = (role: string, words: string) =>
    `<html><head><title>${role}</title></head><body><article><h1 class="page-title">${role}</h1><table><thead><tr><th>Skill</th><th>Expectation</th></tr></thead><tbody><tr><td>Design</td><td>${words}</td></tr></tbody></table></article></body></html>`
  const framework = frameworkOf(
    readImport([
      textSource('a.html', page('Senior Engineer', 'Designs systems that last')),
      textSource('b.html', page('Engineer', 'Designs parts')),
    ]),
  )
  expect(framework.roles.map(({ name }) => name)).toEqual(['Engineer', 'Senior Engineer'])
  expect(statementsOf(framework, 'Design')).toEqual({
    1: ['Designs parts'],
    2: ['Designs systems that last'],
  })
})
