// Reads Markdown that says everything in the plainest way, as nearly all skills do, many times faster than a whole parser.
import type { Item, Section } from './read-markdown.ts'

/**
 * The same sections as the parser finds, or undefined where anything in the text could mean more than it says: then
 * the parser has to look. Known are `##` and `###`, paragraphs, entries with a dash, and entries two spaces below
 * them, in words without markup; an entry may begin with an id in backticks. What is refused here is no fault of the
 * text (CommonMark 0.31, sections 4 to 6, says what else there is).
 */
export function readPlainMarkdown(source: string, lineOffset: number): Section | undefined {
  // A definition such as "[id]: address" would make a link of every "[id]".
  if (/\]:|\]\(|\]\[|!\[|\t/.test(source)) return undefined
  const top = sectionAt('', lineOffset + 1)
  let [chapter, current] = [top, top]
  let before: 'nothing' | 'paragraph' | 'entry' = 'nothing'
  for (const [index, raw] of source.split('\n').entries()) {
    const line = index + 1 + lineOffset
    const text = raw.trimEnd()
    if (text === '') before = 'nothing'
    else if (text.startsWith('#')) {
      const [, marks, title] = /^(###?) (.*)$/.exec(text) ?? []
      if (title === undefined || !isPlain(title) || title.endsWith('#')) return undefined
      current = sectionAt(words(title), line)
      ;(marks === '##' ? top : chapter).sections.push(current)
      if (marks === '##') chapter = current
      before = 'nothing'
    } else if (text.startsWith('- ') || text.startsWith('  - ')) {
      const item = entryAt(text.slice(text.indexOf('-') + 2), line)
      const around = text.startsWith(' ') ? current.items.at(-1)?.items : current.items
      if (item === undefined || around === undefined || (text.startsWith(' ') && before !== 'entry'))
        return undefined
      around.push(item)
      before = 'entry'
    } else {
      if (before === 'entry' || !isPlain(text)) return undefined
      const last = current.paragraphs.at(-1)
      if (before === 'paragraph' && last !== undefined) last.text = words(`${last.text} ${text}`)
      else current.paragraphs.push({ text: words(text), line })
      before = 'paragraph'
    }
  }
  return top
}

function sectionAt(title: string, line: number): Section {
  return { title, line, paragraphs: [], items: [], sections: [] }
}

function entryAt(text: string, line: number): Item | undefined {
  const [, code, rest = ''] = /^`([a-z0-9-]+)`(.*)$/.exec(text) ?? []
  if (code !== undefined)
    return hasMarkup(rest) ? undefined : { text: words(code + rest), line, code, items: [] }
  return isPlain(text) ? { text: words(text), line, code: undefined, items: [] } : undefined
}

function words(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** Nothing in it is markup, and it begins like words and not like a list, a quotation, a rule or code. */
function isPlain(text: string): boolean {
  return !/^(?:[\s#>+\-=~]|\d{1,9}[.)])/.test(text) && !hasMarkup(text)
}

function hasMarkup(text: string): boolean {
  return /[\\`*_<]|&[#a-z]/i.test(text)
}
