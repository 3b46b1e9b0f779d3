// Reads one level of a skill: what a colleague can see, what to practise, what to read and what to avoid.

import { idFrom, shown } from './describe-issue.ts'
import { ID_PATTERN } from './file-words.ts'
import type { Anchor, Statement } from './framework.ts'
import { LEVEL_HEADINGS } from './level-headings.ts'
import { didYouMean } from './nearest-word.ts'
import { errorAt, warningAt } from './problem.ts'
import type { Item, Section } from './read-markdown.ts'
import { readResource } from './read-resource.ts'
import type { SkillReading } from './skill-reading.ts'
import { addPlace } from './source-map.ts'

export function readLevel(section: Section, level: number, reading: SkillReading): Anchor {
  addPlace(reading.sources, `/skills/${reading.id}/anchors/${level}`, {
    file: reading.file,
    line: section.line,
  })
  const anchor: Anchor = { level, behaviours: [], practices: [], reading: [] }
  for (const stray of [...section.paragraphs, ...section.items].slice(0, 1)) {
    report(
      reading,
      stray.line,
      'This text stands between the level and its first part.',
      `Put it below one of: ${LEVEL_HEADINGS.join(', ')}.`,
    )
  }
  for (const part of section.sections) readPart(part, anchor, reading)
  return anchor
}

function readPart(part: Section, anchor: Anchor, reading: SkillReading): void {
  const heading = LEVEL_HEADINGS.find((known) => known.toLowerCase() === part.title.toLowerCase())
  if (heading === undefined) {
    report(
      reading,
      part.line,
      `"${shown(part.title)}" is not a part of a level.`,
      didYouMean(part.title, LEVEL_HEADINGS, `Use one of: ${LEVEL_HEADINGS.join(', ')}.`),
    )
    return
  }
  for (const paragraph of part.paragraphs.slice(0, 1)) {
    report(reading, paragraph.line, `"${heading}" is a list.`, 'Begin each entry with a dash and a space.')
  }
  if (part.items.length === 0 && part.paragraphs.length === 0) {
    reading.problems.push(
      warningAt(
        { file: reading.file, line: part.line },
        `"${heading}" is empty.`,
        'Write an entry, or remove the heading.',
      ),
    )
  }
  if (heading === 'Read') anchor.reading.push(...part.items.flatMap((item) => readResource(item, reading)))
  else if (heading === 'A colleague can see') anchor.behaviours.push(...statementsOf(part, reading))
  else if (heading === 'Anti-pattern') readAntiPattern(part, anchor, reading)
  else {
    addPlace(reading.sources, `/skills/${reading.id}/anchors/${anchor.level}/${heading}`, {
      file: reading.file,
      line: part.line,
    })
    anchor.practices.push(...statementsOf(part, reading))
  }
}

function readAntiPattern(part: Section, anchor: Anchor, reading: SkillReading): void {
  const [first, second] = statementsOf(part, reading)
  if (first !== undefined) anchor.antiPattern = first
  if (second !== undefined) {
    report(
      reading,
      part.items[1]?.line ?? part.line,
      'A level has one anti-pattern.',
      'Keep the one that misleads most.',
    )
  }
}

function statementsOf(part: Section, reading: SkillReading): Statement[] {
  return part.items.flatMap((item) => statementOf(item, reading))
}

function statementOf(item: Item, reading: SkillReading): Statement[] {
  const [, id, text = item.text] = /^\[([^\]]*)\]\s*(.*)$/s.exec(item.text) ?? []
  for (const inner of item.items.slice(0, 1))
    report(reading, inner.line, 'The entry has a list of its own.', 'Make them entries of their own.')
  if (text === '') {
    report(reading, item.line, 'The entry has no words.', 'Write a sentence behind the id.')
    return []
  }
  const suggestion = idFrom(text)
  const example = suggestion === '' ? 'an-id' : suggestion
  if (id === undefined)
    report(
      reading,
      item.line,
      'The entry has no id.',
      `Write one in front, such as [${example}]. It stays the same when the words change.`,
    )
  else if (!ID_PATTERN.test(id)) {
    report(
      reading,
      item.line,
      `"${shown(id)}" is not an id.`,
      `Use lower-case words joined by hyphens, such as [${example}].`,
    )
  }
  const usable = id !== undefined && ID_PATTERN.test(id) ? id : example
  addPlace(reading.sources, `/skills/${reading.id}/statements/${usable}`, {
    file: reading.file,
    line: item.line,
  })
  return [{ id: usable, text }]
}

function report(reading: SkillReading, line: number, message: string, mend: string): void {
  reading.problems.push(errorAt({ file: reading.file, line }, message, mend))
}
