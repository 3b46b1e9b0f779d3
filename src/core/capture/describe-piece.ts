// Proposes a title for a piece of work, a text to keep of it, and says what holds it together.
import { dayAfter } from '../forecast/calendar-words.ts'
import { capitalise, counted, listInWords } from '../planning/plain-words.ts'
import type { Piece } from './gather-pieces.ts'
import { branchInWords, readSubject } from './read-subject.ts'
import { type CapturedItem, daysBetween, type TraceKind, type TraceOfWork } from './trace.ts'
import { dot, foldersOf, type ReadTrace } from './trace-vector.ts'

const LONGEST_TITLE = 100
const LONGEST_LINE = 160
const LISTED = 6
const MOST_LINKS = 10
const MOST_PEOPLE = 12
/** Share of the traces that must have something before it is said of all. */
const MOSTLY = 0.6
/** Folders that hold nearly everything, so that they tell nothing. */
const EVERYWHERE = /^(?:src|lib|libs|app|apps|packages|services|tests?|docs?|cmd|internal|pkg)$/
const NOUNS: Record<TraceKind, [string, string]> = {
  commit: ['commit', 'commits'],
  meeting: ['meeting', 'meetings'],
  change: ['change', 'changes'],
  ticket: ['ticket', 'tickets'],
}

export function describePiece(piece: Piece): CapturedItem {
  const title = titleOf(piece)
  const { members, from, to } = piece
  return {
    title,
    from,
    to,
    traces: members.map(({ trace }) => trace),
    text: textOf(piece, title),
    people: onceEach(members.flatMap(({ trace }) => trace.people)).slice(0, MOST_PEOPLE),
    links: onceEach(members.flatMap(({ trace }) => (trace.link === null ? [] : [trace.link]))).slice(
      0,
      MOST_LINKS,
    ),
    why: whyOf(piece),
  }
}

function titleOf(piece: Piece): string {
  const { members, rest } = piece
  const central = tellingFirst(piece)
  if (rest) return cut(`Smaller things: ${listInWords(central.slice(0, 2).map(lineOf))}`, LONGEST_TITLE)
  const given = shared(members, ({ trace }) => trace.branchTitle) ?? null
  const branch = shared(members, ({ trace }) => trace.branch)
  const fromBranch = branch === null ? null : branchInWords(branch)
  const title = given === null ? null : readSubject(given).text
  const subject = central[0] === undefined ? '' : lineOf(central[0])
  return cut(title ?? (members.length > 2 ? fromBranch : null) ?? subject, LONGEST_TITLE)
}

/** The traces that are most like all of the piece, those that say little last. */
function tellingFirst({ members, vector }: Piece): ReadTrace[] {
  const seen = new Set<string>()
  return [...members]
    .map((one) => ({ one, alike: dot(one.vector, vector) / Math.sqrt(dot(one.vector, one.vector) || 1) }))
    .sort(
      (a, b) =>
        Number(a.one.subject.small) - Number(b.one.subject.small) ||
        b.alike - a.alike ||
        (a.one.trace.origin < b.one.trace.origin ? -1 : 1),
    )
    .map(({ one }) => one)
    .filter((one) => {
      const line = lineOf(one).toLowerCase()
      return !seen.has(line) && seen.add(line)
    })
}

function lineOf({ subject }: ReadTrace): string {
  return cut(subject.text, LONGEST_LINE)
}

function textOf(piece: Piece, title: string): string {
  const lines = tellingFirst(piece).filter((one) => lineOf(one) !== title)
  const shown = lines.slice(0, LISTED).sort((a, b) => a.trace.at - b.trace.at)
  const more = lines.length - shown.length
  const list = [...shown.map((one) => `- ${lineOf(one)}`), ...(more > 0 ? [`- and ${more} more`] : [])]
  return [title, ...(list.length === 0 ? [] : [list.join('\n')]), extentOf(piece)].join('\n\n')
}

/** “12 commits, 3 to 9 November 2026, mostly in src/webhooks.” */
function extentOf(piece: Piece): string {
  const folder = folderOf(piece)
  const minutes = piece.members.reduce((sum, { trace }) => sum + (trace.minutes ?? 0), 0)
  const hours = minutes < 60 ? '' : `, ${counted(Math.round(minutes / 60), 'hour')}`
  const tickets = onceEach(piece.members.flatMap(({ subject }) => subject.tickets)).slice(0, LISTED)
  const where = folder === null ? '' : `, ${piece.members.length > 1 ? 'mostly in' : 'in'} ${folder}`
  const named = tickets.length === 0 ? '' : ` ${tickets.join(', ')}.`
  return `${countOf(piece.members.map(({ trace }) => trace))}${hours}, ${whenOf(piece.from, piece.to)}${where}.${named}`
}

/** “Twelve commits”, “One meeting”; of several kinds, each. */
export function countOf(traces: readonly Pick<TraceOfWork, 'kind'>[]): string {
  const kinds = onceEach(traces.map(({ kind }) => kind))
  const counts = kinds.map((kind) =>
    counted(traces.filter((trace) => trace.kind === kind).length, ...NOUNS[kind]),
  )
  return capitalise(listInWords(counts))
}

/** “3 to 9 November 2026”. */
export function whenOf(from: string, to: string): string {
  if (from === to) return dayAfter(to, 0)
  const [start, end] = [dayAfter(from, 0).split(' '), dayAfter(to, 0).split(' ')]
  const isSame = (part: number) => start[part] === end[part]
  const short = isSame(2) ? (isSame(1) ? start.slice(0, 1) : start.slice(0, 2)) : start
  return `${short.join(' ')} to ${end.join(' ')}`
}

function whyOf(piece: Piece): string {
  const { members, rest } = piece
  if (rest) return 'Each is small, and nothing but the time holds them together.'
  if (members.length === 1) return 'It stands alone.'
  const branch = shared(members, ({ trace }) => trace.branch)
  if (branch !== null) return `All came in by the branch ${branch}.`
  const ticket = mostly(piece, 't')
  if (ticket !== null && ticket.share === 1) return `All name ${ticket.name}.`
  if (members.every(({ trace }) => trace.kind === 'meeting') && isSeries(members))
    return 'The same meeting, each time.'
  const parts = [
    reason(mostly(piece, 't'), (name) => `name ${name}`),
    reason(mostly(piece, 'b'), (name) => `came in by the branch ${name}`),
    reason(mostly(piece, 's'), (name) => `are about “${name}”`),
    folderOf(piece) === null ? null : `touch ${folderOf(piece)}`,
    reason(mostly(piece, 'l'), (name) => `are labelled “${name}”`),
  ].filter((part) => part !== null)
  const days = daysBetween(piece.from, piece.to)
  const within = days === 0 ? 'on one day' : `within ${counted(days + 1, 'day')}`
  return parts.length === 0
    ? `Alike in words and files, ${within}.`
    : `Most ${listInWords(parts.slice(0, 2))}, ${within}.`
}

function reason(found: { name: string; share: number } | null, say: (name: string) => string): string | null {
  return found === null ? null : say(found.name)
}

function isSeries(members: readonly ReadTrace[]): boolean {
  return new Set(members.map(({ subject }) => subject.text.toLowerCase())).size === 1
}

/** The feature of this family that most traces have. */
function mostly({ members }: Piece, family: string): { name: string; share: number } | null {
  const counts = new Map<string, number>()
  for (const { features } of members)
    for (const feature of features)
      if (feature.startsWith(family)) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  const [name, count] = [...counts].reduce((best, next) => (next[1] > best[1] ? next : best), ['', 0])
  const share = count / members.length
  return share < MOSTLY ? null : { name: name.slice(1), share }
}

/** The deepest folder that most traces touch. */
function folderOf({ members }: Piece): string | null {
  const counts = new Map<string, number>()
  for (const { trace } of members)
    for (const folder of new Set(trace.files.flatMap(foldersOf)))
      counts.set(folder, (counts.get(folder) ?? 0) + 1)
  const common = [...counts].filter(
    ([folder, count]) => count >= members.length * MOSTLY && !EVERYWHERE.test(folder),
  )
  const [folder] = common.sort(
    ([a, m], [b, n]) => b.split('/').length - a.split('/').length || n - m || (a < b ? -1 : 1),
  )
  return folder?.[0] ?? null
}

/** What all traces have in common; null where one differs or has none. */
function shared(members: readonly ReadTrace[], of: (one: ReadTrace) => string | null): string | null {
  const [first, ...others] = members.map(of)
  return first === undefined || others.some((other) => other !== first) ? null : first
}

function onceEach<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)]
}

/** At a word's end where there is one near. */
function cut(text: string, longest: number): string {
  if (text.length <= longest) return text
  const short = text.slice(0, longest - 1)
  const space = short.lastIndexOf(' ')
  return `${space > longest / 2 ? short.slice(0, space) : short}…`
}
