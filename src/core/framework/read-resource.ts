// Reads something to read at a level: the source, and below it what to take from it.

import type { Resource } from './framework.ts'
import { TAKE_FROM_IT } from './level-headings.ts'
import { didYouMean } from './nearest-word.ts'
import { errorAt } from './problem.ts'
import type { Item } from './read-markdown.ts'
import type { SkillReading } from './skill-reading.ts'

/** One resource, or none where the entry has no words; what does not fit is reported. */
export function readResource(item: Item, reading: SkillReading): Resource[] {
  if (item.text === '') {
    report(reading, item, 'The entry has no words.', 'Write the author and the title, or remove the dash.')
    return []
  }
  const resource: Resource = { source: item.text }
  for (const inner of item.items) readTake(inner, resource, reading)
  return [resource]
}

function readTake(inner: Item, resource: Resource, reading: SkillReading): void {
  const [, label = '', words = ''] = /^([^:]{1,40}):\s*(.*)$/s.exec(inner.text) ?? []
  const wanted = `Begin it with "${TAKE_FROM_IT}:".`
  if (label.toLowerCase() !== TAKE_FROM_IT.toLowerCase()) {
    const message = `Below something to read, an entry begins with "${TAKE_FROM_IT}:".`
    report(reading, inner, message, didYouMean(label, [TAKE_FROM_IT], wanted))
  } else if (words === '') {
    report(reading, inner, 'Nothing is said to take from it.', 'Write a sentence, or remove the entry.')
  } else if (resource.take !== undefined) {
    report(reading, inner, 'What to take from it stands twice.', 'Keep one sentence for each source.')
  } else resource.take = words
}

function report(reading: SkillReading, item: Item, message: string, mend: string): void {
  reading.problems.push(errorAt({ file: reading.file, line: item.line }, message, mend))
}
