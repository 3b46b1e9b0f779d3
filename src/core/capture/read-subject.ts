// Reads one line that somebody wrote about their work: its kind and scope, its tickets, and whether it says anything.
import { searchTerms, wordsOf } from '../search/search-terms.ts'

export interface Subject {
  /** Without kind, scope and trailing numbers, its first letter a capital. */
  text: string
  /** Of “feat(api): …” or “api: …”. */
  scope: string | null
  /** “ABC-12”, “#34”. */
  tickets: string[]
  /** It tells about the writing of code rather than about the work: “wip”, “fix typo”, “bump …”. */
  small: boolean
  /** The title of a merge: its branch, and what it was called. */
  mergedBranch: string | null
}

// Conventional Commits 1.0.0, with the types of the Angular convention.
const KIND =
  /^(feat|fix|docs|style|refactor|perf|test|tests|build|ci|chore|revert|wip|feature|bugfix|hotfix|deps)(?:\(([^()]{1,60})\))?!?:\s+(.+)$/i
const AREA = /^([\p{L}\p{N}_./-]{2,30}):\s+(.+)$/u
const TICKET = /(?<![\p{L}\p{N}_/.-])([A-Z][A-Z0-9]{1,9})-(\d{1,6})(?![\p{L}\p{N}_-])/gu
/** What looks like a ticket and is a standard. */
const STANDARDS = new Set(
  'UTF SHA ISO RFC CVE CWE AES RSA MD ES HTTP TLS SSL IEC IEEE ANSI BASE CRC COVID RS HS PS ED OWASP WCAG JSR PEP BLAKE EC UTC GMT'.split(
    ' ',
  ),
)
const NUMBER = /(?:^|[\s([])#(\d{1,7})\b/g
const TRAILING_NUMBERS = /(?:\s*[([]?(?:#|!)\d{1,7}[)\]]?)+\s*$/
const LEADING_TICKET = /^[[(]?[A-Z][A-Z0-9]{1,9}-\d{1,6}[\])]?\s*[:|-]?\s+/
const SMALL =
  /^(?:(?:fixup|squash|amend)!|wip\b|typos?\b|fix(?:ed|es)? (?:a )?(?:typos?|lint\w*|format\w*|whitespace|tests?|build|ci)\b|lint\b|format(?:ting)?\b|cleanup\b|clean up\b|bump\b|update (?:deps|dependencies|changelog|readme|lockfile)\b|address(?:es|ed)? (?:review|comments|feedback)|review (?:comments|feedback)|oops\b|more\b|again\b|minor\b|tweaks?\b|release v?\d|v?\d+\.\d+(?:\.\d+)?$|merge\b|initial commit\b|\.+$)/i
const SMALL_KINDS = new Set(['style', 'wip', 'deps'])
const MERGES = [
  /^Merge (?:remote-tracking )?branch '([^']{1,200})'/,
  /^Merge pull request #\d+ from [^\s/]+\/(\S{1,200})/,
  /^Merged in (\S{1,200}) \(pull request #\d+\)/,
  /^Merge branch ‘([^’]{1,200})’/,
]

export function readSubject(line: string): Subject {
  const whole = line.replace(/\s+/g, ' ').trim()
  const [, kind, scope, afterKind] = KIND.exec(whole) ?? []
  const [, area, afterArea] = kind === undefined ? (AREA.exec(whole) ?? []) : []
  const isAddress = afterArea?.startsWith('//') === true
  // “Retries: the last one waits” is a sentence; “api/retries: wait” names a place first.
  const isPlace = area !== undefined && !isAddress && area === area.toLowerCase()
  const rest = afterKind ?? (isPlace ? (afterArea ?? whole) : whole)
  const bare = rest.replace(TRAILING_NUMBERS, '').replace(LEADING_TICKET, '').trim()
  const text = bare === '' ? whole : bare
  const isSmallKind =
    SMALL_KINDS.has(kind?.toLowerCase() ?? '') ||
    (kind?.toLowerCase() === 'chore' && /^deps/.test(scope ?? ''))
  return {
    text: text.charAt(0).toUpperCase() + text.slice(1),
    scope: scope ?? (isAddress || LEADING_TICKET.test(whole) ? null : (area ?? null)),
    tickets: ticketsIn(whole),
    small: isSmallKind || SMALL.test(whole) || SMALL.test(text) || wordsOf(text).length < 2,
    mergedBranch: MERGES.map((merge) => merge.exec(whole)?.[1]).find((name) => name !== undefined) ?? null,
  }
}

/** Numbers and keys of tickets, each once. */
function ticketsIn(text: string): string[] {
  const keys = [...text.matchAll(TICKET)]
    .filter(([, project]) => !STANDARDS.has(project ?? ''))
    .map(([, project, number]) => `${project}-${number}`)
  const numbers = [...text.matchAll(NUMBER)].map(([, number]) => `#${number}`)
  return [...new Set([...keys, ...numbers])]
}

/** What the words of a text are compared by: their stems, without numbers and words that carry no meaning. */
export function termsOf(text: string): string[] {
  const terms = wordsOf(text.slice(0, 300))
    .filter((word) => word.length > 2 && !/^\d+$/.test(word))
    .flatMap((word) => searchTerms(word, 'en').slice(0, 1))
  return [...new Set(terms)].filter((term) => !WORKING_WORDS.has(term))
}

/** Stems of what every commit and meeting says. */
const WORKING_WORDS = new Set(
  'add fix updat remov chang use make merg branch main master support improv move renam refactor test new meet sync pull request issu bug implement clean allow avoid set creat delet handl ensur into instead'.split(
    ' ',
  ),
)

/** “feature/ABC-12-retry-webhooks” as “Retry webhooks”; null where nothing readable is left. */
export function branchInWords(branch: string): string | null {
  const last = branch.split('/').at(-1) ?? ''
  const words = last
    .replace(/^[A-Z][A-Z0-9]{1,9}-\d{1,6}[-_]?/i, '')
    .replace(/^\d+[-_]/, '')
    .split(/[-_.\s]+/)
    .filter((word) => word !== '')
  if (words.length < 3 || /^(?:patch-?\d+|release|hotfix|update)$/i.test(words[0] ?? '')) return null
  const text = words.join(' ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}
