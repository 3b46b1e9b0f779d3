// Reads the job families of the Financial Times: roles in order, themes, and competencies for each role and theme.
import { lineOfMember } from '../framework/check-shape.ts'
import { shown } from '../framework/describe-issue.ts'
import type { Problem } from '../framework/problem.ts'
import { readYaml, type YamlValue } from '../framework/read-yaml.ts'
import { completeDraft } from './complete-draft.ts'
import {
  addExpectation,
  addGroup,
  addPath,
  addReading,
  addRole,
  addSkill,
  addStatement,
  type Draft,
  newDraft,
} from './draft.ts'
import { placeForks } from './forks.ts'
import { hasYamlKey, type ImportDocument } from './import-document.ts'
import type { ImportPlace, Loss } from './import-source.ts'
import { carryUp } from './ladder-levels.ts'
import { orderLevelWords } from './level-words.ts'
import { listIn, otherKeys, textIn, textsIn } from './loose-value.ts'
import { keyOf, oneLine } from './naming.ts'
import { type Found, found, type ImportBundle, type Recognition, unreadSource } from './recognition.ts'

const KEYS = ['name', 'summary', 'levels', 'themes', 'competencies', 'isLegacy']
const COMPETENCY_KEYS = ['id', 'level', 'theme', 'summary', 'proficiency', 'examples', 'supportingUrls']

export function recogniseFinancialTimes({
  documents,
  sources,
  choices,
}: ImportBundle): Recognition | undefined {
  const families = documents.filter(isJobFamily)
  const chosen = families.find(({ text }) => !/^isLegacy *: *true/m.test(text)) ?? families[0]
  if (chosen === undefined) return undefined
  return {
    kind: 'financial-times',
    sure: 0.98,
    why: 'It lists levels, themes and competencies, as the job families of the Financial Times do.',
    read: () => {
      const result = readJobFamily(chosen, choices.name)
      const others = sources.filter(({ path }) => path !== chosen.path)
      const why = 'One job family makes one framework; bring the others one by one.'
      return { ...result, losses: [...result.losses, ...others.map((other) => unreadSource(other, why))] }
    },
  }
}

function isJobFamily({ text, json }: ImportDocument): boolean {
  if (json !== undefined) return listIn(json, 'competencies').length > 0 && listIn(json, 'themes').length > 0
  return ['levels', 'themes', 'competencies'].every((key) => hasYamlKey(text, key))
}

interface Reading {
  path: string
  yaml: YamlValue
  draft: Draft
  losses: Loss[]
  /** From the source's own ids to the draft's keys. */
  roles: Map<string, string>
  themes: Map<string, string>
}

function readJobFamily({ path, text }: ImportDocument, name: string | undefined): Found {
  const faults: Problem[] = []
  const yaml = readYaml(path, text, faults)
  const problems = faults.map(({ line, message, mend }) => ({ place: placeAt(path, line), message, mend }))
  if (yaml === undefined) return found({ problems })
  const family = yaml.value
  const draft = newDraft(name ?? textIn(family, 'name'), textIn(family, 'summary'))
  const reading: Reading = { path, yaml, draft, losses: [], roles: new Map(), themes: new Map() }
  readRoles(reading)
  readThemes(reading)
  readCompetencies(reading)
  for (const key of otherKeys(family, KEYS))
    lose(
      reading,
      family,
      key,
      `"${shown(key)}": ${shown(textIn(family, key))}`,
      'A framework has no place for it.',
    )
  const completed = completeDraft(draft, path)
  return found({
    framework: completed.framework,
    losses: reading.losses,
    problems: [...problems, ...completed.problems],
  })
}

function readRoles({ draft, yaml, roles }: Reading): void {
  const levels = listIn(yaml.value, 'levels').filter((level) => textIn(level, 'id') !== '')
  const names = levels.map((level) => textIn(level, 'name') || textIn(level, 'id'))
  for (const [index, { path, band, bandName }] of placeForks(names, draft.name).entries()) {
    const key = addRole(draft, names[index] ?? '', addPath(draft, path), { band })
    draft.bandNames.set(band, bandName)
    roles.set(textIn(levels[index], 'id'), key)
  }
}

function readThemes({ draft, yaml, themes }: Reading): void {
  const group = addGroup(draft, 'Themes')
  for (const theme of listIn(yaml.value, 'themes')) {
    const name = textIn(theme, 'name') || textIn(theme, 'id')
    if (name !== '')
      themes.set(textIn(theme, 'id'), addSkill(draft, name, group, oneLine(textIn(theme, 'summary'))))
  }
}

interface Competency {
  value: unknown
  index: number
  role: string
  theme: string
  proficiency: string
}

function readCompetencies(reading: Reading): void {
  const { yaml, draft } = reading
  const list = listIn(yaml.value, 'competencies')
  const known = list.flatMap((value, index) => competencyOf(value, index, list, reading))
  const words = proficiencyLevels(known)
  if (words === undefined) {
    for (const [band, name] of draft.bandNames) draft.levelNames.set(band, name)
    loseProficiency(reading, list, known)
  } else {
    for (const { proficiency } of known)
      draft.levelNames.set(words.get(keyOf(proficiency)) ?? 1, oneLine(proficiency))
  }
  for (const { role, theme, proficiency, value, index } of known) {
    const level = words?.get(keyOf(proficiency)) ?? draft.roles.get(role)?.band ?? 1
    const text = withExamples(textIn(value, 'summary'), textsIn(value, 'examples'))
    addExpectation(draft, role, theme, { level })
    addStatement(draft, theme, level, text, role)
    for (const link of listIn(value, 'supportingUrls'))
      addReading(draft, theme, level, oneLine(`${textIn(link, 'label')} (${textIn(link, 'url')})`))
    for (const key of otherKeys(value, COMPETENCY_KEYS))
      lose(reading, list, index, `"${shown(key)}" of a competency`, 'A statement has no place for it.')
  }
  if (words === undefined) carryUp([...draft.roles], draft.skills.keys(), draft)
}

/** A competency needs its words, and a level and a theme that are listed. */
function competencyOf(value: unknown, index: number, list: unknown[], reading: Reading): Competency[] {
  const role = reading.roles.get(textIn(value, 'level'))
  const theme = reading.themes.get(textIn(value, 'theme'))
  const summary = oneLine(textIn(value, 'summary'))
  if (role !== undefined && theme !== undefined && summary !== '')
    return [{ value, index, role, theme, proficiency: textIn(value, 'proficiency') }]
  const missing = summary === '' ? 'words' : role === undefined ? 'a known level' : 'a known theme'
  lose(
    reading,
    list,
    index,
    `Competency ${shown(summary || textIn(value, 'id'))}`,
    `It is without ${missing}.`,
  )
  return []
}

/** Proficiencies are the levels where they tell roles apart and each role has one for each theme. */
function proficiencyLevels(competencies: Competency[]): Map<string, number> | undefined {
  const words = new Map(competencies.map(({ proficiency }) => [keyOf(proficiency), proficiency]))
  const cells = new Map<string, string>()
  for (const { role, theme, proficiency } of competencies) {
    const cell = JSON.stringify([role, theme])
    const other = cells.get(cell)
    if (proficiency === '' || (other !== undefined && other !== keyOf(proficiency))) return undefined
    cells.set(cell, keyOf(proficiency))
  }
  return words.size < 2
    ? undefined
    : new Map(orderLevelWords([...words.values()]).map((word, index) => [keyOf(word), index + 1]))
}

function loseProficiency(reading: Reading, list: unknown[], competencies: Competency[]): void {
  const stated = competencies.filter(({ proficiency }) => proficiency !== '')
  const first = stated[0]
  if (first === undefined) return
  const what = `The proficiency of ${stated.length} competencies, such as "${shown(first.proficiency)}"`
  lose(
    reading,
    list,
    first.index,
    what,
    'It does not tell the roles apart, so the levels are the roles in their order.',
  )
}

function withExamples(summary: string, examples: string[]): string {
  const words = oneLine(summary)
  if (examples.length === 0) return words
  return `${words.replace(/[.:;]$/, '')}. For example: ${examples.map(oneLine).join('; ')}`
}

function lose(
  { losses, yaml, path }: Reading,
  holder: unknown,
  key: string | number,
  what: string,
  why: string,
): void {
  losses.push({ place: placeAt(path, lineOfMember(yaml.lines, holder, key) ?? null), what, why })
}

function placeAt(path: string, line: number | null): ImportPlace {
  return line === null ? { path } : { path, line }
}
