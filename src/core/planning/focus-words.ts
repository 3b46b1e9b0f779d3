// The sentences about one item of the focus list.

import type { FocusItem } from './focus.ts'
import {
  capitalise,
  counted,
  inSentence,
  listInWords,
  numberWord,
  oneDecimal,
  weightWord,
  withArticle,
} from './plain-words.ts'

/** So many unlocked skills are named; more are counted. */
const NAMED_AT_MOST = 2

type ItemWithoutReason = Omit<FocusItem, 'reason'>

export interface ReasonWords {
  /** The destination's name, as a title. */
  roleName: string
  language: string
  /** False while nothing at all is rated: then everything is assumed, which the page says once. */
  noteAssumed: boolean
}

/**
 * "Critical for a staff engineer, two levels away, and five other open gaps build on it."
 * The form follows the parts: what unlocks nothing, what can only be rehearsed, what is nearly there and what
 * is only assumed each read differently.
 */
export function reasonSentence(item: ItemWithoutReason, words: ReasonWords): string {
  const { roleName, language, noteAssumed } = words
  if (item.comesFirst) return comesFirstSentence(item, language)
  const role = withArticle(inSentence(roleName, language))
  const opening = `${weightWord(item.weight)} for ${role}, ${distance(item)}`
  const builds = unlocksClause(item, language)
  const head = builds === '' ? opening : `${opening}, and ${builds}`
  return [
    `${withAnd(head, builds)}.`,
    underWaySentence(item),
    accessSentence(item),
    noteAssumed ? assumedSentence(item) : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}

/** The parts of a score, ready to be listed: each number on the screen can be opened. */
export interface ExplainedLine {
  label: string
  value: string
}

/** Weight, gap, what builds on it, access, and their product; notes last. */
export function explainScore(item: ItemWithoutReason): ExplainedLine[] {
  const lines: ExplainedLine[] = [
    { label: 'Weight', value: `${item.weight} (${weightWord(item.weight).toLowerCase()})` },
    { label: 'Gap', value: `${item.gap} (level ${item.now} to level ${item.needed})` },
    { label: 'Open gaps that build on it', value: unlocksValue(item) },
    { label: 'Access', value: `× ${item.accessFactor} (${ACCESS_WORDS[item.access]})` },
    {
      label: 'Score',
      value: `${item.weight} × ${item.gap} × ${item.unlockFactor} × ${item.accessFactor} = ${oneDecimal(item.score)}`,
    },
  ]
  if (item.assumed) {
    lines.push({ label: 'Your level', value: 'assumed from your current role until you rate it' })
  } else if (item.approaching) {
    lines.push({ label: 'Your level', value: `approaching ${item.now + 1}; the score uses ${item.now}` })
  }
  if (item.comesFirst) lines.push({ label: 'Order', value: 'comes first, whatever its score' })
  return lines
}

const ACCESS_WORDS: Record<FocusItem['access'], string> = {
  open: 'can be practised where you are',
  partial: 'can partly be practised before holding the role',
  gated: 'can only be rehearsed before holding the role',
}

function distance(item: ItemWithoutReason): string {
  if (item.approaching && item.gap === 1) return 'less than one level away'
  return `${counted(item.gap, 'level')} away`
}

/** Where one level is all that is missing, the distance says it already. */
function underWaySentence(item: ItemWithoutReason): string {
  return item.approaching && item.gap > 1 ? `You are already on the way to level ${item.now + 1}.` : ''
}

function unlocksClause(item: ItemWithoutReason, language: string): string {
  const count = item.unlocks.length
  if (count === 0) return ''
  if (count > NAMED_AT_MOST) return `${numberWord(count)} other open gaps build on it`
  const names = item.unlockNames.map((name) => inSentence(name, language))
  return `${listInWords(names)} ${count === 1 ? 'builds' : 'build'} on it`
}

/** Without a clause to join, "and" stands between weight and distance instead of a bare comma. */
function withAnd(head: string, builds: string): string {
  if (builds !== '') return head
  const comma = head.lastIndexOf(', ')
  return `${head.slice(0, comma)} and ${head.slice(comma + 2)}`
}

function accessSentence(item: ItemWithoutReason): string {
  if (item.access === 'gated') return 'Before you hold the role you can only rehearse it.'
  return item.access === 'partial' ? 'You can practise part of it before you hold the role.' : ''
}

function assumedSentence(item: ItemWithoutReason): string {
  return item.assumed ? 'Your level is assumed, not rated.' : ''
}

function comesFirstSentence(item: ItemWithoutReason, language: string): string {
  const name = capitalise(inSentence(item.name, language))
  const levels = counted(item.gap, 'level')
  return `${name} comes first: it is ${levels} below what is needed, and the rest of a plan rests on it.`
}

function unlocksValue(item: ItemWithoutReason): string {
  const names = item.unlockNames.length > 0 ? ` (${listInWords(item.unlockNames)})` : ''
  return `${item.unlocks.length}${names}: × ${item.unlockFactor}`
}
