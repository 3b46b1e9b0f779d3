// The sheet that says who sees what, why and for how long: made from tags of columns, rules of access and switched views.
import { sayAction, sayRule } from '../access/say-rule.ts'
import { SHEET_NOUNS } from './sheet-nouns.ts'
import { VIEW_WORDS, type ViewWords } from './view-words.ts'
import { VIEWS } from './views.ts'

/** The part of a column's tag that the sheet tells. */
export interface SheetTag {
  table: string
  column: string
  owner: string | null
  subject: string | null
  purpose: string
  retention: 'person' | 'org' | 'expires' | 'chain'
}

export interface SheetSection {
  title: string
  what: string
  why: string
  who: { may: string; words: string }[]
  keeps: string[]
  columns: { name: string; about: string; purpose: string; keeps: string }[]
}

export interface SheetView extends ViewWords {
  on: { purpose: string; since: string } | null
}

export interface Sheet {
  organisation: string | null
  madeOn: string
  sections: SheetSection[]
  views: SheetView[]
}

export const KEEPS: Record<SheetTag['retention'], string> = {
  person: 'until the person is erased',
  org: 'as long as the organisation is here',
  expires: 'for a time, then removed by itself',
  chain: 'for good: ids and hashes only',
}

/** What a column is for, by the word in its tag. */
const PURPOSE_WORDS: Readonly<Record<string, string>> = {
  identify: 'to tell it from others',
  name: 'to call it by its name',
  access: 'to decide who reads it',
  order: 'to keep things in order of time',
  organise: 'to say who works where and for whom',
  trace: 'to say who changed it',
  secret: 'to check a secret, of which it keeps a hash',
  'sign-in': 'to let somebody in',
  settings: 'to remember a choice',
  assess: 'to show somebody where they stand',
  plan: 'to plan somebody’s own growth',
  'describe-work': 'to describe work, not people',
  encrypt: 'to seal private words',
  'sealed-text': 'private words, which only their owner’s key opens',
  repeat: 'to answer a repeated request once',
  work: 'to do work later',
  rater: 'to say who rated, to whoever wrote it down',
  'check-in': 'to look back on a week',
  conversation: 'to prepare a talk',
  evidence: 'to remember one’s own work',
  feedback: 'to learn from what was said',
  approve: 'to say who approved a version',
  packet: 'to arrange one’s own records for a review',
  share: 'to remember what was handed over',
  remind: 'to be reminded by one’s own calendar',
  contest: 'to disagree with what was said of oneself',
  calibrate: 'to compare how managers read the same words',
}

const WITHOUT_WORDS = {
  title: 'Not yet put into words',
  what: 'Tables of this release that nobody has described. Ask whoever runs the server.',
  why: 'Not said.',
  rules: {},
}

/** Tables and purposes that nobody has put into words: a test holds that there are none. */
export function missingWords(tags: readonly SheetTag[]): string[] {
  const told = new Set(SHEET_NOUNS.flatMap(({ tables }) => tables))
  const tables = new Set(tags.map(({ table }) => table).filter((table) => !told.has(table)))
  const purposes = new Set(
    tags.map(({ purpose }) => purpose).filter((one) => !Object.hasOwn(PURPOSE_WORDS, one)),
  )
  return [
    ...[...tables].map((one) => `the table ${one}`),
    ...[...purposes].map((one) => `the purpose ${one}`),
  ]
}

export interface SheetNeeds {
  organisation: string | null
  /** ISO day. */
  madeOn: string
  tags: readonly SheetTag[]
  switches: readonly { view: string; purpose: string; switchedOnAt: string; endedAt: string | null }[]
}

export function makeSheet({ organisation, madeOn, tags, switches }: SheetNeeds): Sheet {
  const told = new Set(SHEET_NOUNS.flatMap((noun) => noun.tables))
  // A test fails where a table lacks words; should one lack them all the same, it is named rather than left out.
  const untold = [...new Set(tags.map(({ table }) => table))].filter((table) => !told.has(table))
  const nouns = untold.length === 0 ? SHEET_NOUNS : [...SHEET_NOUNS, { ...WITHOUT_WORDS, tables: untold }]
  const sections = nouns.map(({ title, tables, what, why, rules }) => {
    const own = tags.filter(({ table }) => tables.includes(table))
    return {
      ...{ title, what, why },
      who: Object.entries(rules).map(([action, rule]) => ({ may: sayAction(action), words: sayRule(rule) })),
      keeps: [...new Set(own.filter(({ column }) => column !== 'org_id').map((tag) => KEEPS[tag.retention]))],
      columns: own.filter(({ column }) => column !== 'org_id').map(sayColumn),
    }
  })
  const views = VIEWS.map((view) => {
    const on = switches.find((one) => one.view === view && one.endedAt === null)
    return {
      ...VIEW_WORDS[view],
      on: on === undefined ? null : { purpose: on.purpose, since: on.switchedOnAt.slice(0, 10) },
    }
  })
  return { organisation, madeOn, sections, views }
}

function sayColumn({ table, column, owner, subject, purpose, retention }: SheetTag) {
  const about =
    subject !== null && subject !== owner
      ? 'another person'
      : owner === null
        ? 'the organisation'
        : 'the person'
  return {
    name: `${table}.${column}`,
    about,
    purpose: PURPOSE_WORDS[purpose] ?? purpose,
    keeps: KEEPS[retention],
  }
}
