// Reads ladders in the manner of jorgef/engineeringladders: axes with named levels, and positions that name them.

import { groupedBy } from '../framework/grouped-by.ts'
import { completeDraft } from './complete-draft.ts'
import {
  addExpectation,
  addGroup,
  addPath,
  addRole,
  addSkill,
  addStatement,
  type Draft,
  newDraft,
} from './draft.ts'
import type { Loss } from './import-source.ts'
import { keyOf, nameFrom } from './naming.ts'
import type { Page, PageBlock, PageHeading, PageItem, PageTable } from './page.ts'
import { type Found, found, type ImportBundle, type Recognition, unreadSource } from './recognition.ts'
import { numberIn } from './seniority.ts'

interface Section {
  page: Page
  heading: PageHeading
  items: PageItem[]
  paragraphs: string[]
  tables: PageTable[]
}

interface Axis {
  name: string
  levels: { level: number; name: string; text: string }[]
}

export function recogniseEngineeringLadders({
  documents,
  sources,
  choices,
}: ImportBundle): Recognition | undefined {
  const sections = documents.flatMap((document) => {
    const { page } = document.content()
    return page === undefined ? [] : sectionsOf(page)
  })
  const axes = sections.filter(isAxis).map(axisOf)
  const names = new Set(axes.flatMap(({ levels }) => levels.map(({ name }) => keyOf(name))))
  const positions = sections.filter((section) => isPosition(section, names))
  if (axes.length < 2 || positions.length < 2) return undefined
  return {
    kind: 'engineering-ladders',
    sure: 0.95,
    why: `${axes.length} lists name the levels of an axis, and ${positions.length} positions refer to those names.`,
    read: () => {
      const draft = newDraft(choices.name ?? titleOf(sections, axes, positions), '')
      const result = readLadders(draft, sections, axes, positions)
      const pages = new Set(sections.map(({ page }) => page.path))
      const others = sources.filter((source) => source.kind === 'table' || !pages.has(source.path))
      const unread = others.map((other) => unreadSource(other, 'It holds no axes and no positions.'))
      return { ...result, losses: [...result.losses, ...unread] }
    },
  }
}

function sectionsOf(page: Page): Section[] {
  const sections: Section[] = []
  const start: PageHeading = { kind: 'heading', depth: 0, text: page.title, line: 1 }
  let section: Section = { page, heading: start, items: [], paragraphs: [], tables: [] }
  for (const block of page.blocks) {
    if (block.kind === 'heading') {
      sections.push(section)
      section = { page, heading: block, items: [], paragraphs: [], tables: [] }
    } else addBlock(section, block)
  }
  return [...sections, section].filter(
    (own) => own.heading.depth > 0 || own.items.length > 0 || own.paragraphs.length > 0,
  )
}

function addBlock(section: Section, block: Exclude<PageBlock, PageHeading>): void {
  if (block.kind === 'item') section.items.push(block)
  else if (block.kind === 'paragraph') section.paragraphs.push(block.text)
  else section.tables.push(block)
}

/** A numbered list from 1, each entry with a name in bold. */
function isAxis({ items, heading }: Section): boolean {
  return (
    heading.depth > 0 &&
    items.length >= 2 &&
    items.every(({ number, label }, index) => number === index + 1 && label !== '')
  )
}

function axisOf({ heading, items }: Section): Axis {
  return {
    name: heading.text,
    levels: items.map(({ label, text }, index) => ({ level: index + 1, name: label, text })),
  }
}

function isPosition({ items, heading }: Section, names: ReadonlySet<string>): boolean {
  return (
    heading.depth > 0 &&
    items.length > 0 &&
    items.every(({ number, label }) => number === null && names.has(keyOf(label)))
  )
}

function titleOf(sections: Section[], axes: Axis[], positions: Section[]): string {
  const main = sections.find(({ heading }) => axes.some(({ name }) => name === heading.text))?.page
  const own = positions.some(({ page }) => page === main)
    ? undefined
    : main?.blocks.find((block) => block.kind === 'heading')
  const title = own?.kind === 'heading' ? own.text : ''
  return /^(introduction|readme|overview|home|)$/i.test(title) ? 'Engineering ladders' : title
}

interface Reading {
  draft: Draft
  losses: Loss[]
  skills: Map<string, string>
  used: Set<Section>
}

function readLadders(draft: Draft, sections: Section[], axes: Axis[], positions: Section[]): Found {
  const reading: Reading = {
    draft,
    losses: [],
    skills: new Map(),
    used: new Set([...positions, ...sections.filter(isAxis)]),
  }
  readAxes(axes, sections, reading)
  for (const position of positions) readPosition(position, axes, positions, sections, reading)
  orderPaths(draft)
  nameBands(sections, reading)
  losePages(sections, reading)
  const completed = completeDraft(draft, sections[0]?.page.path ?? '.')
  return found({ framework: completed.framework, losses: reading.losses, problems: completed.problems })
}

/** Levels have their own names on each axis, so the scale keeps to numbers and the sentences begin with the name. */
function readAxes(axes: Axis[], sections: Section[], { draft, skills, used }: Reading): void {
  const group = addGroup(draft, 'Axes')
  const keys = new Set(axes.map(({ name }) => keyOf(name)))
  const definitions = new Map<string, string>()
  for (const section of sections) {
    const own = section.items.filter(({ label }) => keys.has(keyOf(label)))
    if (own.length < 2) continue
    used.add(section)
    for (const { label, text } of own) if (!definitions.has(keyOf(label))) definitions.set(keyOf(label), text)
  }
  for (const { name, levels } of axes) {
    const skill = addSkill(draft, name, group, definitions.get(keyOf(name)) ?? '')
    skills.set(keyOf(name), skill)
    for (const { level, name: levelName, text } of levels)
      addStatement(draft, skill, level, text === '' ? levelName : `${levelName}: ${text}`)
  }
}

function readPosition(
  position: Section,
  axes: Axis[],
  positions: Section[],
  sections: Section[],
  reading: Reading,
): void {
  const { draft, skills } = reading
  const ladder = ladderOf(position, sections, reading)
  const [, code, title = position.heading.text] =
    /^([A-Z]{1,5}\d{1,2})\s*[-–—:]\s*(.+)$/.exec(position.heading.text) ?? []
  const siblings = positions.filter(({ page }) => page === position.page)
  const band =
    numberIn(title) ?? (code === undefined ? undefined : numberIn(code)) ?? siblings.indexOf(position) + 1
  const role = addRole(draft, nameFrom(title), ladder, { band, ...(code === undefined ? {} : { code }) })
  for (const item of position.items) {
    const axis = axes.find(({ levels }) => levels.some(({ name }) => keyOf(name) === keyOf(item.label)))
    const level = axis?.levels.find(({ name }) => keyOf(name) === keyOf(item.label))
    if (axis === undefined || level === undefined) continue
    const place = { path: position.page.path, line: item.line }
    if (!addExpectation(draft, role, skills.get(keyOf(axis.name)) ?? '', { level: level.level }))
      reading.losses.push({
        place,
        what: `${item.label} for ${title}`,
        why: `Another level of ${axis.name} is named before it.`,
      })
    else if (item.text !== '' && !isSameWording(item.text, level.text))
      reading.losses.push({
        place,
        what: item.text,
        why: `Other words than under ${axis.name}, level ${level.level}, which are kept.`,
      })
  }
}

/** A few words more or fewer are the same sentence. */
function isSameWording(a: string, b: string): boolean {
  const words = (text: string) => new Set(keyOf(text).match(/[\p{L}\d]+/gu) ?? [])
  const [left, right] = [words(a), words(b)]
  const common = [...left].filter((word) => right.has(word)).length
  return common >= 0.6 * Math.max(left.size, right.size)
}

/** The ladder is the page's first heading above its positions, with the sentence below it. */
function ladderOf(position: Section, sections: Section[], { draft, used }: Reading): string {
  const above = sections.filter(
    ({ page, heading }) =>
      page === position.page && heading.depth > 0 && heading.depth < position.heading.depth,
  )
  const nearest = above.findLast(({ heading }) => heading.line < position.heading.line)
  if (nearest === undefined) return addPath(draft, position.page.title || 'Ladder')
  used.add(nearest)
  return addPath(draft, nearest.heading.text, nearest.paragraphs[0] ?? '')
}

/** "Senior: yes" in a table of levels says what the altitude is called. */
function nameBands(sections: Section[], { draft }: Reading): void {
  for (const { band } of draft.roles.values())
    if (band !== undefined) draft.bandNames.set(band, `Level ${band}`)
  for (const { rows } of sections.flatMap(({ tables }) => tables)) {
    const heading = rows[0]?.map(keyOf) ?? []
    const [level, senior] = [heading.indexOf('level'), heading.indexOf('senior')]
    if (level < 0 || senior < 0) continue
    for (const row of rows.slice(1)) {
      const band = Number(row[level])
      if (draft.bandNames.has(band) && /^(yes|true|x|✓)$/i.test(row[senior] ?? ''))
        draft.bandNames.set(band, `Level ${band}, senior`)
    }
  }
}

/** The path that starts lowest comes first, whatever the files are called. */
function orderPaths(draft: Draft): void {
  const lowest = (path: string) =>
    Math.min(...[...draft.roles.values()].filter((role) => role.path === path).map(({ band = 0 }) => band))
  const paths = [...draft.paths].toSorted(([a], [b]) => lowest(a) - lowest(b))
  const roles = paths.flatMap(([path]) => [...draft.roles].filter(([, role]) => role.path === path))
  draft.paths = new Map(paths)
  draft.roles = new Map(roles)
}

function losePages(sections: Section[], reading: Reading): void {
  for (const own of groupedBy(sections, ({ page }) => page).values()) {
    const page = own[0]?.page
    if (page === undefined) continue
    if (own.some((section) => reading.used.has(section)))
      for (const section of own) loseSection(section, reading)
    else reading.losses.push(unreadSource(page, 'It holds no axes and no positions.'))
  }
}

/** Links to other pages and tables that list the positions are said elsewhere; the rest is lost. */
function loseSection(section: Section, { losses, used, draft }: Reading): void {
  const { page, heading, items, paragraphs, tables } = section
  if (used.has(section)) return
  const isPathNamed = (item: PageItem) => draft.paths.has(keyOf(item.label))
  const sentences = items.filter((item) => !item.isLink && !isPathNamed(item)).length + paragraphs.length
  const others = tables.filter(({ rows }) => keyOf(rows[0]?.[0] ?? '') !== 'level').length
  if (sentences + others === 0) return
  const parts = [
    sentences > 0 ? counted(sentences, 'sentence or entry', 'sentences and entries') : '',
    others > 0 ? counted(others, 'table', 'tables') : '',
  ]
  losses.push({
    place: { path: page.path, line: heading.line },
    what: `The part "${heading.text}": ${parts.filter((part) => part !== '').join(', ')}`,
    why: 'It is neither an axis nor a position.',
  })
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}
