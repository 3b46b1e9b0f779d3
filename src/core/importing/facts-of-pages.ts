// Turns headings with lists into facts: finds out which depth of headings names roles, which skills, which levels.
import { shown } from '../framework/describe-issue.ts'
import { isLevelHeading } from './column-profile.ts'
import type { Fact } from './fact.ts'
import type { ImportPlace, Loss } from './import-source.ts'
import { keyOf } from './naming.ts'
import type { Page } from './page.ts'
import { isTitle } from './seniority.ts'

type DepthMeaning = 'path' | 'role' | 'group' | 'skill' | 'level'

interface Entry {
  place: ImportPlace
  /** By depth of the heading. */
  trail: Map<number, string>
  text: string
  isParagraph: boolean
}

export interface PageFacts {
  facts: Fact[]
  losses: Loss[]
  /** The only heading that stands above everything; empty where there is none. */
  name: string
  /** What each depth of headings is taken for, in words. */
  why: string
}

/** Entries with a label in bold, and lists in lists, have one more heading than the page. */
const LABEL_DEPTH = 9
const PARENT_DEPTH = 8
const LONGEST_HEADING = 80
const ASIDE =
  /^(introduction|overview|about\b.*|faqs?|frequently asked.*|appendix.*|contents|table of contents|resources|references|notes|how to\b.*|how we\b.*|purpose|background|summary|further reading|change ?log|other pages|licen[cs]e|credits|contributing|why\b.*|what is\b.*)$/i

/** Undefined where the headings show neither roles nor levels. */
export function factsOfPages(pages: Page[]): PageFacts | undefined {
  const entries = pages.flatMap(entriesOf)
  const depths = depthsOf(entries)
  const name = constantOf(entries, pages)
  const meanings = meaningsOf(depths, entries)
  const isMeant = [...meanings.values()].some((meaning) => meaning === 'role' || meaning === 'level')
  if (!isMeant) return undefined
  const only = hasSkills(meanings) ? undefined : onlySkill(entries)
  const facts: Fact[] = []
  const losses: Loss[] = []
  for (const entry of entries) {
    const fact = factOf(entry, meanings)
    if (fact === undefined) addLoss(entry, losses)
    else facts.push(only === undefined || fact.skill !== undefined ? fact : { ...fact, skill: only })
  }
  return { facts, losses, name, why: whyOf(meanings) }
}

function entriesOf(page: Page): Entry[] {
  const entries: Entry[] = []
  const trail = new Map<number, string>()
  const cutBelow = (depth: number) => {
    for (const own of trail.keys()) if (own >= depth) trail.delete(own)
  }
  const isRepeated = page.blocks.some(
    (block) => block.kind === 'heading' && keyOf(block.text) === keyOf(page.title),
  )
  if (page.title !== '' && !isRepeated) trail.set(0, page.title)
  for (const [index, block] of page.blocks.entries()) {
    const place = { path: page.path, line: block.line }
    if (block.kind === 'heading') {
      cutBelow(block.depth)
      trail.set(block.depth, block.text)
    } else if (block.kind === 'paragraph') {
      cutBelow(PARENT_DEPTH)
      entries.push({ place, trail: new Map(trail), text: block.text, isParagraph: true })
    } else if (block.kind === 'item') {
      if (block.depth === 1) cutBelow(PARENT_DEPTH)
      const next = page.blocks[index + 1]
      const words = block.text === '' ? block.label : block.text
      const isParent =
        block.depth === 1 && next?.kind === 'item' && next.depth > 1 && words.length <= LONGEST_HEADING
      if (isParent) trail.set(PARENT_DEPTH, words.replace(/:$/, ''))
      else if (!block.isLink) entries.push(entryOf(block, place, trail))
    }
  }
  return entries
}

function entryOf(
  item: { label: string; text: string },
  place: ImportPlace,
  trail: Map<number, string>,
): Entry {
  const own = new Map(trail)
  if (item.label !== '' && item.text !== '') own.set(LABEL_DEPTH, item.label)
  return { place, trail: own, text: item.text === '' ? item.label : item.text, isParagraph: false }
}

/** The depths that have more than one heading, from the outside in. */
function depthsOf(entries: Entry[]): number[] {
  const names = new Map<number, Set<string>>()
  for (const { trail } of entries)
    for (const [depth, text] of trail) names.set(depth, (names.get(depth) ?? new Set()).add(keyOf(text)))
  return [...names]
    .filter(([, own]) => own.size > 1)
    .map(([depth]) => depth)
    .sort((a, b) => a - b)
}

function constantOf(entries: Entry[], pages: Page[]): string {
  const first = entries[0]
  if (first === undefined) return ''
  for (const depth of [0, 1]) {
    const text = first.trail.get(depth)
    if (text !== undefined && entries.every(({ trail }) => trail.get(depth) === text)) return text
  }
  return pages.length === 1 ? (pages[0]?.title ?? '') : ''
}

function hasSkills(meanings: Map<number, DepthMeaning>): boolean {
  return [...meanings.values()].includes('skill')
}

/** A heading below the title, the same above all entries: the page is about one skill. */
function onlySkill(entries: Entry[]): string | undefined {
  const [first] = entries
  const common = [...(first?.trail ?? [])].filter(
    ([depth, text]) =>
      depth > 1 && depth < PARENT_DEPTH && entries.every(({ trail }) => trail.get(depth) === text),
  )
  return common.at(-1)?.[1]
}

function meaningsOf(depths: number[], entries: Entry[]): Map<number, DepthMeaning> {
  const meanings = new Map<number, DepthMeaning>()
  const namesAt = (depth: number) =>
    [...new Set(entries.flatMap(({ trail }) => trail.get(depth) ?? []))].filter((name) => !ASIDE.test(name))
  const share = (names: string[], test: (name: string) => boolean) =>
    names.length === 0 ? 0 : names.filter(test).length / names.length
  const roles = depths.filter((depth) => depth < LABEL_DEPTH && share(namesAt(depth), isTitle) >= 0.5)
  // Of two depths of titles the inner one is the role, the outer one its path.
  const role = roles.at(-1)
  if (role !== undefined) meanings.set(role, 'role')
  const level = depths.find((depth) => !meanings.has(depth) && share(namesAt(depth), isLevelHeading) >= 0.6)
  if (level !== undefined) meanings.set(level, 'level')
  const free = depths.filter(
    (depth) => !meanings.has(depth) && (depth !== LABEL_DEPTH || isRepeated(entries)),
  )
  const skill = skillDepth(free, role, level)
  if (skill !== undefined) meanings.set(skill, 'skill')
  for (const depth of free)
    if (!meanings.has(depth)) meanings.set(depth, role !== undefined && depth < role ? 'path' : 'group')
  return meanings
}

/** Inside roles or levels the innermost heading is the skill; where they are innermost, the one just above. */
function skillDepth(free: number[], role: number | undefined, level: number | undefined): number | undefined {
  const inner = Math.max(role ?? 0, level ?? 0)
  const inside = free.filter((depth) => depth > inner)
  return inside.at(-1) ?? free.filter((depth) => depth < inner).at(-1)
}

/** Labels that come again under other headings name skills; labels of one entry each are the beginning of a sentence. */
function isRepeated(entries: Entry[]): boolean {
  const labels = entries.filter(({ isParagraph }) => !isParagraph).map(({ trail }) => trail.get(LABEL_DEPTH))
  const counts = new Map<string, number>()
  for (const label of labels)
    if (label !== undefined) counts.set(keyOf(label), (counts.get(keyOf(label)) ?? 0) + 1)
  const repeated = labels.filter((label) => label !== undefined && (counts.get(keyOf(label)) ?? 0) > 1).length
  return labels.length > 0 && repeated >= 0.5 * labels.length
}

function factOf(entry: Entry, meanings: Map<number, DepthMeaning>): Fact | undefined {
  const { place, trail, text, isParagraph } = entry
  const fact: Fact = { place }
  for (const [depth, meaning] of meanings) {
    const name = trail.get(depth)
    if (name === undefined) continue
    if (ASIDE.test(name)) return undefined
    fact[meaning] = name
  }
  const label = trail.get(LABEL_DEPTH)
  const words = label === undefined || meanings.has(LABEL_DEPTH) ? text : `${label}: ${text}`
  const isLowest = fact.skill !== undefined || !hasSkills(meanings)
  if (fact.role === undefined && fact.level === undefined)
    return fact.skill === undefined ? undefined : { ...fact, text: words }
  // A paragraph between a role and its skills says what the role is for.
  if (isParagraph && fact.role !== undefined && fact.skill === undefined) return { ...fact, purpose: words }
  return isLowest || fact.role !== undefined ? { ...fact, text: words } : undefined
}

/** One loss for each heading, counting what stands under it. */
function addLoss({ place, trail, text }: Entry, losses: Loss[]): void {
  const heading = [...trail].filter(([depth]) => depth < PARENT_DEPTH).at(-1)?.[1] ?? ''
  const what = heading === '' ? shown(text) : `The part "${shown(heading)}"`
  const last = losses.at(-1)
  if (last?.what === what && last.place.path === place.path) return
  losses.push({ place, what, why: 'It stands under no heading that names a role, a level or a skill.' })
}

const WORDS: Record<DepthMeaning, string> = {
  path: 'paths',
  role: 'roles',
  group: 'groups',
  skill: 'skills',
  level: 'levels',
}

function whyOf(meanings: Map<number, DepthMeaning>): string {
  const parts = [...meanings].sort(([a], [b]) => a - b).map(([, meaning]) => WORDS[meaning])
  return `Headings name ${parts.join(', then ')}, and lists say what is expected.`
}
