// Reads the skills of a Markdown document that Skillmap wrote: groups, what skills are, and their levels.
import type { Anchor, Phrase, Statement } from '../framework/framework.ts'
import type { ReadSkill } from '../framework/read-skill.ts'
import type { Loss } from './import-source.ts'
import { namesInText } from './names-in-text.ts'
import { idGiver, shortPhrase } from './naming.ts'
import { NO_DEFINITION } from './no-definition.ts'
import { type OwnBlock, type OwnItem, plain } from './own-document-blocks.ts'
import { UNKNOWN_KIND } from './unknown-kind.ts'

export interface DocumentSkill extends ReadSkill {
  name: string
}

interface SkillReading {
  skill: DocumentSkill
  /** Names that lead to other skills, once all are known. */
  buildsOn: string
  confusedWith: string[]
  definition: string[]
  why: string[]
  anchor: Anchor | undefined
  part: 'definition' | 'why' | 'behaviours' | 'practices' | 'reading' | 'phrases' | undefined
  give: (text: string, words?: number) => string
}

interface ReadSkills {
  groups: { id: string; name: string; about?: string }[]
  skills: DocumentSkill[]
}

export function readDocumentSkills(blocks: OwnBlock[], path: string, losses: Loss[]): ReadSkills {
  const [giveGroup, giveSkill] = [idGiver('group'), idGiver('skill')]
  const groups: ReadSkills['groups'] = []
  const readings: SkillReading[] = []
  let current: SkillReading | undefined
  for (const block of blocks) {
    const group = groups.at(-1)
    if (block.kind === 'heading' && block.depth === 3) {
      groups.push({ id: giveGroup(block.text), name: block.text })
      current = undefined
    } else if (block.kind === 'heading' && group !== undefined) {
      current = newReading(giveSkill(block.text), block.text, group.id)
      readings.push(current)
    } else if (current !== undefined) {
      const reading = current
      const isFacts = block.kind === 'list' && reading.anchor === undefined && reading.part !== 'phrases'
      if (isFacts) for (const item of block.items) readFact(item, reading, path, losses)
      else if (!readBlock(block, reading)) lose(block, path, losses)
    } else if (block.kind === 'paragraph' && group !== undefined) group.about = plain(block.raw)
    else lose(block, path, losses)
  }
  const skills = readings.map(({ skill }) => skill)
  for (const reading of readings) finish(reading, skills, path, losses)
  return { groups, skills }
}

function newReading(id: string, name: string, group: string): SkillReading {
  const text = { definition: '', confusedWith: [], phrases: [], anchors: [] }
  const skill: DocumentSkill = { id, name, frontMatter: { name, group }, text }
  const empty = { buildsOn: '', confusedWith: [], definition: [], why: [], anchor: undefined }
  return { skill, ...empty, part: 'definition', give: idGiver('statement') }
}

function lose(block: OwnBlock, path: string, losses: Loss[]): void {
  losses.push({
    place: { path, line: block.line },
    what: `A ${block.kind}`,
    why: 'It stands where Skillmap writes none.',
  })
}

const PARTS: Record<string, SkillReading['part']> = {
  'A colleague can see:': 'behaviours',
  'To reach the next level:': 'practices',
  'To stay here:': 'practices',
  'Read:': 'reading',
  '**What people say**': 'phrases',
}

function readBlock(block: OwnBlock, reading: SkillReading): boolean {
  if (block.kind === 'list') return readList(block.items, reading)
  if (block.kind !== 'paragraph') return false
  const { raw } = block
  const level = /^\*\*Level (\d{1,2})(?:, .*)?\*\*$/.exec(raw)?.[1]
  if (level !== undefined) {
    reading.anchor = { level: Number(level), behaviours: [], practices: [], reading: [] }
    reading.skill.text.anchors.push(reading.anchor)
    reading.part = undefined
    return true
  }
  const isBefore = reading.anchor === undefined
  if (PARTS[raw] !== undefined && (!isBefore || raw.startsWith('**'))) reading.part = PARTS[raw]
  else if (isBefore && raw.startsWith('Why it matters: ')) {
    reading.part = 'why'
    reading.why.push(plain(raw.slice('Why it matters: '.length)))
  } else if (isBefore && reading.part === 'why') reading.why.push(plain(raw))
  else if (isBefore && reading.part === 'definition') reading.definition.push(plain(raw))
  else if (reading.anchor !== undefined && raw.startsWith('Anti-pattern: ')) {
    reading.anchor.antiPattern = statementOf(raw.slice('Anti-pattern: '.length), reading)
    reading.part = undefined
  } else return false
  return true
}

function readList(items: OwnItem[], reading: SkillReading): boolean {
  const { anchor, part, skill } = reading
  if (part === 'phrases') skill.text.phrases.push(...items.map(phraseOf))
  else if (anchor === undefined) return false
  else if (part === 'behaviours' || part === 'practices')
    anchor[part].push(...items.map(({ raw }) => statementOf(raw, reading)))
  else if (part === 'reading') anchor.reading.push(...items.map(({ raw }) => ({ source: plain(raw) })))
  else return false
  return true
}

const CONFUSED = 'Not to be confused with '

/** One that is not known takes nothing else along. */
function readFact({ raw, line }: OwnItem, reading: SkillReading, path: string, losses: Loss[]): void {
  const text = plain(raw)
  const [, label = '', words = ''] = /^([^:]+): (.*)$/s.exec(text) ?? []
  const { frontMatter } = reading.skill
  const kind = (['hard', 'soft'] as const).find((one) => one === words.toLowerCase())
  if (label === 'Kind' && kind !== undefined) frontMatter.kind = kind
  else if (label === 'Builds on') reading.buildsOn = words
  else if (label === 'Take care') frontMatter.safeguard = words
  else if (text.startsWith(CONFUSED)) reading.confusedWith.push(text.slice(CONFUSED.length))
  else
    losses.push({
      place: { path, line },
      what: `"${text.slice(0, 80)}" of ${frontMatter.name}`,
      why: label === 'Kind' ? UNKNOWN_KIND : 'It stands where Skillmap writes none.',
    })
}

function statementOf(raw: string, reading: SkillReading): Statement {
  const text = plain(raw)
  return { id: reading.give(shortPhrase(text), 4), text }
}

function phraseOf({ raw, items }: OwnItem): Phrase {
  const said = (label: string) => {
    const found = items.map((item) => plain(item.raw)).find((text) => text.startsWith(`${label}: `))
    return found?.slice(label.length + 2)
  }
  const [means, ask] = [said('Mostly means'), said('Ask back')]
  return {
    text: plain(raw).replace(/^“(.*)”$/s, '$1'),
    ...(means === undefined ? {} : { means }),
    ...(ask === undefined ? {} : { ask }),
  }
}

function finish(reading: SkillReading, skills: DocumentSkill[], path: string, losses: Loss[]): void {
  const { skill, buildsOn, confusedWith } = reading
  skill.text.definition = reading.definition.join('\n\n') || NO_DEFINITION
  if (reading.why.length > 0) skill.text.whyItMatters = reading.why.join('\n\n')
  const { ids, rest } = namesInText(buildsOn, skills)
  if (ids.length > 0) skill.frontMatter.prerequisites = ids.filter((id) => id !== skill.id)
  const isUnknown = (what: string) => losses.push({ place: { path }, what, why: 'No skill is called so.' })
  if (rest !== '') isUnknown(`"${rest}", which ${skill.name} builds on`)
  // A name may hold a colon of its own, so the longest one that fits is meant.
  const byLength = skills.toSorted((a, b) => b.name.length - a.name.length)
  for (const text of confusedWith) {
    const other = byLength.find(({ name }) => text.startsWith(`${name}:`))
    if (other === undefined) isUnknown(`"${text.slice(0, 80)}", which ${skill.name} is confused with`)
    else
      skill.text.confusedWith.push({ skill: other.id, difference: text.slice(other.name.length + 1).trim() })
  }
}
