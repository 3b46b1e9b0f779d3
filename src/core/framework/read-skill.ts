// Reads skills/<skill-id>.md: front matter, definition, phrases and what each level looks like.
import { checkShape } from './check-shape.ts'
import { shown } from './describe-issue.ts'
import type { Anchor, Phrase, Skill } from './framework.ts'
import { namePlaces } from './name-places.ts'
import { didYouMean } from './nearest-word.ts'
import { errorAt, type Problem, warningAt } from './problem.ts'
import { readLevel } from './read-level.ts'
import { type Item, readMarkdown, type Section } from './read-markdown.ts'
import { readYaml } from './read-yaml.ts'
import { type SkillFrontMatter, skillFrontMatter, translationFrontMatter } from './skill-file.ts'
import type { SkillReading } from './skill-reading.ts'
import { addPlace } from './source-map.ts'

/** The part of a skill that is words, in the original as in a translation. */
export type SkillText = Pick<Skill, 'definition' | 'confusedWith' | 'phrases' | 'anchors'> & {
  whyItMatters?: string
}

export interface ReadSkill {
  id: string
  frontMatter: SkillFrontMatter
  text: SkillText
}

const SECTIONS = ['What people say', 'Why it matters', 'Often confused with']

export function readSkill(reading: SkillReading, source: string): ReadSkill | undefined {
  const { id, file, sources, problems } = reading
  const parts = splitFrontMatter(file, source, problems)
  if (parts === undefined) return undefined
  addPlace(sources, `/skills/${id}`, { file, line: 1 })
  const text = readText(reading, parts.body, parts.bodyOffset)
  const yaml = readYaml(file, parts.frontMatter, problems, 2)
  if (yaml === undefined) return undefined
  const { value, raw } = checkShape(skillFrontMatter, yaml, file, problems)
  namePlaces(raw, yaml.lines, `/skills/${id}`, file, sources)
  return value === undefined ? undefined : { id, frontMatter: value, text }
}

/** A translation has the same sections under the same English headings; only its words are its own. */
export function readTranslation(reading: SkillReading, source: string): SkillText | undefined {
  const parts = splitFrontMatter(reading.file, source, reading.problems)
  if (parts === undefined) return undefined
  const yaml = readYaml(reading.file, parts.frontMatter, reading.problems, 2)
  if (yaml !== undefined) checkShape(translationFrontMatter, yaml, reading.file, reading.problems)
  return readText(reading, parts.body, parts.bodyOffset)
}

function splitFrontMatter(file: string, source: string, problems: Problem[]) {
  const lines = source.split('\n')
  const closing = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---')
  if (lines[0]?.trimEnd() !== '---' || closing < 0) {
    const opened = lines[0]?.trimEnd() === '---'
    const message = opened
      ? 'The block between the two lines "---" is not closed.'
      : 'The file does not begin with a line "---".'
    problems.push(
      errorAt(
        { file, line: 1 },
        message,
        'Begin with ---, then name: and group:, then --- again, then the text.',
      ),
    )
    return undefined
  }
  return {
    frontMatter: lines.slice(1, closing).join('\n'),
    body: lines.slice(closing + 1).join('\n'),
    bodyOffset: closing + 1,
  }
}

function readText(reading: SkillReading, body: string, bodyOffset: number): SkillText {
  const top = readMarkdown(reading.file, body, bodyOffset, reading.problems)
  const text: SkillText = { definition: proseOf(top, reading), confusedWith: [], phrases: [], anchors: [] }
  if (text.definition === '') {
    reading.problems.push(
      errorAt(
        { file: reading.file, line: bodyOffset },
        'The skill has no definition.',
        'Write a sentence that says what it is, below the second line "---".',
      ),
    )
  }
  const seen = new Set<string>()
  for (const section of top.sections) {
    const title = section.title.toLowerCase()
    if (seen.has(title)) {
      reading.problems.push(
        errorAt(
          at(reading, section),
          `The section "${shown(section.title)}" stands twice.`,
          'Put both under one heading.',
        ),
      )
    } else readSection(section, text, reading)
    seen.add(title)
  }
  text.anchors.sort((a, b) => a.level - b.level)
  return text
}

function readSection(section: Section, text: SkillText, reading: SkillReading): void {
  const title = section.title.toLowerCase()
  const level = /^level (\d{1,3})$/.exec(title)?.[1]
  if (level !== undefined) {
    const anchor: Anchor = readLevel(section, Number(level), reading)
    text.anchors.push(anchor)
    return
  }
  for (const inner of section.sections) {
    reading.problems.push(
      errorAt(
        at(reading, inner),
        `"${shown(inner.title)}" belongs inside a level.`,
        'Move it below a heading such as "## Level 1".',
      ),
    )
  }
  if (title === 'what people say') text.phrases = section.items.map((item) => readPhrase(item, reading))
  else if (title === 'why it matters') text.whyItMatters = proseOf(section, reading)
  else if (title === 'often confused with') text.confusedWith = readConfusions(section, reading)
  else {
    const known = [...SECTIONS, 'Level 1']
    reading.problems.push(
      errorAt(
        at(reading, section),
        `The section "${shown(section.title)}" is not known.`,
        didYouMean(section.title, known, `Use one of: ${known.join(', ')} and so on.`),
      ),
    )
  }
}

/** The paragraphs of a section that takes no list. */
function proseOf(section: Section, reading: SkillReading): string {
  for (const item of section.items.slice(0, 1)) {
    reading.problems.push(
      errorAt(
        at(reading, item),
        'A list is not expected here.',
        'Write a paragraph, or put a heading in front of the list.',
      ),
    )
  }
  return section.paragraphs.map((paragraph) => paragraph.text).join('\n\n')
}

function readPhrase(item: Item, reading: SkillReading): Phrase {
  const phrase: Phrase = { text: item.text.replace(/^["“„«]\s*(.*?)\s*["”“»]$/s, '$1') }
  if (phrase.text === '')
    reading.problems.push(
      errorAt(at(reading, item), 'The phrase is empty.', 'Write what people say, or remove the dash.'),
    )
  for (const inner of item.items) {
    const [, label = '', words = ''] = /^([^:]{1,40}):\s*(.*)$/s.exec(inner.text) ?? []
    const key = label.toLowerCase()
    if (key === 'mostly means') phrase.means = words
    else if (key === 'ask back') phrase.ask = words
    else {
      reading.problems.push(
        errorAt(
          at(reading, inner),
          'Below a phrase, an entry begins with "Mostly means:" or "Ask back:".',
          didYouMean(label, ['Mostly means:', 'Ask back:'], 'Begin it with one of the two.'),
        ),
      )
    }
  }
  return phrase
}

function readConfusions(section: Section, reading: SkillReading): Skill['confusedWith'] {
  const confusions: Skill['confusedWith'] = []
  for (const item of section.items) {
    const place = at(reading, item)
    if (item.code === undefined) {
      const mend = 'Write it as: - `other-skill` How to tell them apart.'
      reading.problems.push(errorAt(place, 'The entry does not begin with the id of the other skill.', mend))
      continue
    }
    const difference = item.text.slice(item.code.length).replace(/^[\s:,–—-]+/, '')
    if (difference === '') {
      reading.problems.push(warningAt(place, 'The difference is not told.', 'Say how to tell the two apart.'))
    }
    addPlace(reading.sources, `/skills/${reading.id}/confusedWith/${confusions.length}`, place)
    confusions.push({ skill: item.code, difference })
  }
  return confusions
}

function at(reading: SkillReading, thing: { line: number }) {
  return { file: reading.file, line: thing.line }
}
