// Finds the questions in a form that was pasted: numbered, under headings, behind dashes, in a table, or line by line.

/** Characters that are read; a form has a few thousand. */
const LONGEST_FORM = 50_000
export const MOST_QUESTIONS = 60
export const LONGEST_QUESTION = 2000

const MARK =
  /^\s*(?:#{1,6}\s+|[-*•]\s+|(?:q|question|frage)?\s*\(?\d{1,2}(?:\.\d{1,2})*[.):]\s*|\(?[a-z][.)]\s+|q\d{1,2}[.:)]?\s+)/i
const HEADING_OR_NUMBER = /^\s*(?:#{1,6}\s|\(?(?:q|question|frage)?\s*\d{1,2}(?:\.\d{1,2})*[.):])/i
const RULE = /^[\s|:+=_-]*$/
/** A header of a table has short cells and asks nothing. */
const LONGEST_HEADER = 4

/** In the order of the form, each once, without its mark. Nothing where nothing was pasted. */
export function readQuestions(form: string): string[] {
  const lines = wholeLines(form).split(/\r?\n/)
  const questions = isTable(lines) ? ofTable(lines) : ofLines(lines)
  const clean = questions.map((question) => question.replace(/\s+/g, ' ').trim().slice(0, LONGEST_QUESTION))
  return [...new Set(clean)].filter((question) => /\p{L}/u.test(question)).slice(0, MOST_QUESTIONS)
}

/** What is too long ends with a whole line. */
function wholeLines(form: string): string {
  if (form.length <= LONGEST_FORM) return form
  const end = form.lastIndexOf('\n', LONGEST_FORM)
  return form.slice(0, end > 0 ? end : LONGEST_FORM)
}

function isTable(lines: readonly string[]): boolean {
  const full = lines.filter((line) => line.trim() !== '')
  return full.length > 1 && full.filter((line) => cellsOf(line).length > 1).length > full.length / 2
}

function cellsOf(line: string): string[] {
  const row = line.includes('\t') ? line : line.trim().replace(/^\||\|$/g, '')
  return row.split(line.includes('\t') ? '\t' : '|').map((cell) => cell.trim())
}

/** Of each row the cell that asks, or else the longest. */
function ofTable(lines: readonly string[]): string[] {
  const rows = lines.filter((line) => !RULE.test(line)).map(cellsOf)
  const isHeader = (row: readonly string[]) =>
    row.every((cell) => cell.split(/\s+/).length <= LONGEST_HEADER && !cell.includes('?'))
  const body = rows[0] !== undefined && rows.length > 1 && isHeader(rows[0]) ? rows.slice(1) : rows
  return body.map((row) => {
    const asking = row.find((cell) => cell.includes('?'))
    const longest = row.toSorted((a, b) => b.length - a.length)[0] ?? ''
    return (asking ?? longest).replace(MARK, '')
  })
}

function ofLines(lines: readonly string[]): string[] {
  const full = lines.filter((line) => line.trim() !== '' && !RULE.test(line))
  const begins = beginning(full)
  if (begins === null) return full
  const questions: string[] = []
  let isOpen = false
  for (const line of lines) {
    if (begins(line)) {
      questions.push(line.replace(MARK, ''))
      isOpen = true
    } else if (line.trim() !== '' && isOpen) {
      // Help that stands below its question goes with it.
      questions.push(`${questions.pop() ?? ''} ${line.replace(MARK, '')}`)
    }
  }
  return questions
}

/** What a question of this form begins with: the first of these that occurs more than once. Null: each line is one. */
function beginning(lines: readonly string[]): ((line: string) => boolean) | null {
  const kinds = [
    (line: string) => HEADING_OR_NUMBER.test(line),
    (line: string) => MARK.test(line),
    (line: string) => /\?\s*$/.test(line),
  ]
  return kinds.find((kind) => lines.filter(kind).length > 1) ?? null
}
