// Collects what can go on the page of a conversation: one's own records, or what one wrote down about the other.

import type { RatingAbout } from '../assessment/rating-about.ts'
import type { FeedbackDraft } from '../composing/feedback-draft.ts'
import { partsAsText } from '../composing/feedback-parts.ts'
import type { Evidence } from '../evidence/evidence.ts'
import type { Framework, Skill } from '../framework/framework.ts'
import { findSkill } from '../framework/look-up.ts'
import type { HeardWords } from '../packet/arrange-packet.ts'
import { plainText } from '../packet/plain-text.ts'
import { counted, listInWords, oneDecimal } from '../planning/plain-words.ts'
import type { ProgressEntry } from '../progress/progress.ts'
import type { ReceivedShare, Share, SharedItem } from '../share/share.ts'
import { type BriefLine, type HandedOver, latestLineFirst } from './brief.ts'

/** Days, both included. */
export interface LookBack {
  since: string
  until: string
}

/** Characters of a record on the page; the whole of it stays where it was written. */
const LONGEST_LINE = 280

/** Of entries and sentences only those that may be shown: see `openRecords`. */
export interface OwnRecords {
  evidence: readonly Evidence[]
  heard: readonly HeardWords[]
  progress: readonly ProgressEntry[]
  /** What the owner handed over, to tell who can read a record. */
  shares: readonly Share[]
}

export interface RecordsAbout {
  /** Entries that credit the other, without those about a private skill. */
  evidence: readonly Evidence[]
  /** What the owner or others said about them. */
  ratings: readonly RatingAbout[]
  drafts: readonly FeedbackDraft[]
  /** What the other handed over, the latest first. */
  received: readonly ReceivedShare[]
  shares: readonly Share[]
}

/** What one did, practised and was told. */
export function linesAboutMe(framework: Framework, records: OwnRecords, span: LookBack): BriefLine[] {
  const lines = [
    ...records.evidence.map((entry) => evidenceLine(framework, entry, records.shares)),
    ...records.heard.map((words) => heardLine(framework, words, records.shares)),
    ...practiceLines(framework, records.progress, span),
  ]
  return within(lines, span)
}

/** What one noted about somebody and is writing for them. */
export function linesAboutThem(framework: Framework, records: RecordsAbout, span: LookBack): BriefLine[] {
  const lines = [
    ...records.evidence.map((entry) => evidenceLine(framework, entry, records.shares)),
    ...sharedLines(records.received[0]),
    ...records.ratings.flatMap((rating) => ratingLine(framework, rating)),
    ...records.drafts.map(
      ({ id, writtenAt, parts }): BriefLine => ({
        key: `draft/${id}`,
        kind: 'draft',
        on: writtenAt.slice(0, 10),
        text: oneLine(partsAsText(parts)),
        detail: '',
        readers: [],
      }),
    ),
  ]
  return within(lines, span)
}

function within(lines: readonly BriefLine[], { since, until }: LookBack): BriefLine[] {
  return lines.filter(({ on }) => on >= since && on <= until).sort(latestLineFirst)
}

/** Of an open skill; a private one has no name on a page that is made to be shown. */
function openSkill(framework: Framework, id: string): Skill | undefined {
  const skill = findSkill(framework, id)
  return skill === undefined || skill.private ? undefined : skill
}

function names(framework: Framework, skills: readonly string[]): string {
  return listInWords(skills.flatMap((id) => openSkill(framework, id)?.name ?? []))
}

function evidenceLine(
  framework: Framework,
  { id, happenedOn, text, skills }: Evidence,
  shares: readonly Share[],
): BriefLine {
  const detail = names(
    framework,
    skills.map(({ skill }) => skill),
  )
  const readers = readersOf(
    shares,
    (item) => item.kind === 'evidence' && item.happenedOn === happenedOn && item.text === text,
  )
  const line = oneLine(plainText(text))
  return { key: `evidence/${id}`, kind: 'evidence', on: happenedOn, text: line, detail, readers }
}

function heardLine(
  framework: Framework,
  { id, text, on, who, skills }: HeardWords,
  shares: readonly Share[],
): BriefLine {
  const detail = [who, names(framework, skills)].filter(Boolean).join(': ')
  const readers = readersOf(
    shares,
    (item) => item.kind === 'told' && item.saidOn === on && item.text === text,
  )
  return { key: `feedback/${id}`, kind: 'feedback', on, text: oneLine(text), detail, readers }
}

/** A file holds a copy; the record is in it as long as both say the same. Copies stay where they are, ended or not. */
function readersOf(shares: readonly Share[], isIt: (item: SharedItem) => boolean): HandedOver[] {
  const earliest = new Map<string, string>()
  for (const { content } of shares) {
    if (!content.items.some(isIt)) continue
    const known = earliest.get(content.to)
    if (known === undefined || content.sharedOn < known) earliest.set(content.to, content.sharedOn)
  }
  return [...earliest].map(([to, on]) => ({ to, on }))
}

/** Pieces of work and growth areas of the latest file; it stands for itself, whatever came before. */
function sharedLines(latest: ReceivedShare | undefined): BriefLine[] {
  if (latest === undefined) return []
  const { items, sharedOn, from } = latest.file
  return items.flatMap((item, index): BriefLine[] => {
    const key = `shared/${latest.id}/${index}`
    const line = { key, kind: 'shared' as const, readers: [{ to: from, on: sharedOn }] }
    if (item.kind === 'evidence') {
      const detail = listInWords(item.skills.map(({ skill }) => skill.name))
      return [{ ...line, on: item.happenedOn, text: oneLine(plainText(item.text)), detail }]
    }
    if (item.kind !== 'area') return []
    return [
      {
        ...line,
        on: sharedOn,
        text: `${item.skill.name}, towards level ${item.level}`,
        detail: item.quarter,
      },
    ]
  })
}

function ratingLine(framework: Framework, rating: RatingAbout): BriefLine[] {
  const skill = openSkill(framework, rating.skill)
  if (skill === undefined || rating.level === null) return []
  const text = `${skill.name}: level ${rating.level}${rating.approaching ? ', on the way to the next' : ''}`
  const said = [rating.rater?.name ?? '', oneLine(rating.note)].filter((part) => part !== '').join(': ')
  const on = rating.ratedAt.slice(0, 10)
  return [
    {
      key: `rating/${rating.assessmentId}/${rating.skill}`,
      kind: 'rating',
      on,
      text,
      detail: said,
      readers: [],
    },
  ]
}

/** One line for each step: the hours of all weeks since, and whether it is done. */
function practiceLines(
  framework: Framework,
  entries: readonly ProgressEntry[],
  { since, until }: LookBack,
): BriefLine[] {
  const steps = new Map<string, ProgressEntry[]>()
  for (const entry of entries) {
    const end = sundayOf(entry.week)
    if (end < since || entry.week > until) continue
    const key = `practice/${entry.skill}/${entry.level}`
    steps.set(key, [...(steps.get(key) ?? []), entry])
  }
  return [...steps].flatMap(([key, weeks]): BriefLine[] => {
    const [first] = weeks
    const skill = first && openSkill(framework, first.skill)
    const hours = weeks.reduce((sum, one) => sum + one.hours, 0)
    const isDone = weeks.some(({ done }) => done)
    if (!first || !skill || (hours === 0 && !isDone)) return []
    const last =
      weeks
        .map(({ week }) => sundayOf(week))
        .sort()
        .at(-1) ?? until
    const spent = `${oneDecimal(hours).replace(/\.0$/, '')} hours in ${counted(weeks.length, 'week')}`
    const text = `${skill.name}, towards level ${first.level}: ${spent}${isDone ? ', done by my own word' : ''}`
    return [{ key, kind: 'practice', on: last < until ? last : until, text, detail: '', readers: [] }]
  })
}

function sundayOf(monday: string): string {
  return new Date(Date.parse(`${monday}T00:00:00Z`) + 6 * 86_400_000).toISOString().slice(0, 10)
}

function oneLine(text: string): string {
  const line = text.trim().replaceAll(/\s+/g, ' ')
  const signs = [...line]
  return signs.length <= LONGEST_LINE
    ? line
    : `${signs
        .slice(0, LONGEST_LINE - 1)
        .join('')
        .trimEnd()}…`
}
