// Arranges what a packet holds under the questions of another form. Nothing is written: things are found and put in order.

import MiniSearch from 'minisearch'
import { likelySkills, type SentenceRead } from '../evidence/likely-skills.ts'
import type { Framework } from '../framework/framework.ts'
import { groupedBy } from '../framework/grouped-by.ts'
import { rankedEntries } from '../search/search-index.ts'
import { searchTerms, wordsOf } from '../search/search-terms.ts'
import { type FormAnswer, type PacketItem, type PacketSection, placeOf } from './packet.ts'

/** Words of forms that say nothing about what is asked. */
const FORM_WORDS =
  /\b(?:anything|everything|something|someone|else|please|describe|explain|example|examples|tell|share|list|add|year|period|review|did|done|doing|show|give|most)\b/gi
/** A single word of a behaviour may stand there by chance. */
const FEWEST_WORDS = 2

interface Placed {
  place: string
  section: PacketSection
  /** Every section in which it stands, with its place there from 0: the strongest first. */
  stands: readonly { skill: string; rank: number }[]
  item: PacketItem
  /** Place in its section, from 0: the strongest first. */
  rank: number
}

const MOST_ITEMS = 5
/** Skills that a question is about, at most. */
const MOST_SKILLS = 3
/** A skill this much further away than the nearest shares a common word and no more. */
const FURTHEST_SKILL = 0.6
/** What an item shows by its words alone counts less than where the person put it. */
const SHOWN = 0.6
/** What is this much further away than the nearest is left out. */
const FURTHEST = 0.25
/** Questions that name no skill, by the stems of their words. */
const RESULTS = new Set([
  'achiev',
  'accomplish',
  'proud',
  'impact',
  'result',
  'success',
  'highlight',
  'contribut',
  'deliv',
])
const OPEN = new Set(['improv', 'weak', 'weakness', 'differ', 'better', 'challeng', 'gap'])
const GROWTH = new Set(['grow', 'growth', 'develop', 'learn'])
/** Who grew were others, then. */
const HELPED = new Set(['help', 'other', 'team', 'mentor', 'coach', 'teach', 'support'])
const OTHERS = new Set(['feedback', 'colleagu', 'heard'])

/** What the reader of feedback makes of the sentences of a text. */
export type ReadText = (text: string) => readonly SentenceRead[]

/**
 * For each question the items that fit it, nearest first. Private skills are in no packet and hence in no answer. Without
 * a reader, questions and items are held together by their words alone.
 */
export function arrangeAnswers(
  framework: Framework,
  sections: readonly PacketSection[],
  questions: readonly string[],
  read: ReadText | null,
): FormAnswer[] {
  const placed = placedItems(sections)
  const index = indexOf(framework, placed)
  const shows = new Map(
    read === null ? [] : placed.map(({ item }) => [item.source, likelySkills(read(item.text))]),
  )
  return questions.map((question) => ({
    question,
    own: '',
    items: nearest(
      { framework, placed, index, shows, asked: skillsAsked(framework, question, read) },
      question,
    ),
  }))
}

/** An entry that stands under several skills once, where it stands first. */
function placedItems(sections: readonly PacketSection[]): Placed[] {
  const all = sections
    .filter(({ included }) => included)
    .flatMap((section) =>
      section.items
        .filter(({ included, text }) => included && text.trim() !== '')
        .map((item, rank) => ({ place: placeOf(section, item), section, item, rank })),
    )
  const bySource = groupedBy(all, ({ item }) => item.source)
  return [...bySource.values()].flatMap((same): Placed[] => {
    const [first] = same
    return first === undefined
      ? []
      : [{ ...first, stands: same.map(({ section, rank }) => ({ skill: section.skill, rank })) }]
  })
}

interface Shelf {
  framework: Framework
  placed: readonly Placed[]
  index: MiniSearch<Placed>
  /** What items show by their words, by source; empty without a reader. */
  shows: ReadonlyMap<string, ReadonlyMap<string, number>>
  /** The skills that are asked for, between 0 and 1. */
  asked: ReadonlyMap<string, number>
}

function indexOf(framework: Framework, placed: readonly Placed[]): MiniSearch<Placed> {
  const index = new MiniSearch<Placed>({
    idField: 'place',
    fields: ['text', 'how'],
    extractField: (one, field) =>
      field === 'place' ? one.place : field === 'how' ? one.item.how : one.item.text,
    tokenize: wordsOf,
    processTerm: (word) => searchTerms(word, framework.language),
    searchOptions: { tokenize: (text) => text.split(' '), processTerm: (term) => term },
  })
  index.addAll(placed)
  return index
}

function nearest({ framework, placed, index, shows, asked }: Shelf, question: string): string[] {
  const said = question.replace(FORM_WORDS, ' ')
  const terms = [...new Set(wordsOf(said).flatMap((word) => searchTerms(word, framework.language)))]
  const wanted = kindAsked(terms)
  const byWords = new Map(index.search(terms.join(' ')).map((found) => [String(found.id), found.score]))
  const highest = Math.max(1e-9, ...byWords.values())
  const scored = placed
    .map((one, order) => {
      const words = (byWords.get(one.place) ?? 0) / highest
      const skill = Math.max(
        0,
        ...one.stands.map((stand) => (asked.get(stand.skill) ?? 0) * strength(stand.rank)),
      )
      const score = words + Math.max(skill, SHOWN * overlap(asked, shows.get(one.item.source))) + wanted(one)
      return { one, order, score }
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.order - b.order)
  const least = (scored[0]?.score ?? 0) * FURTHEST
  return scored
    .filter(({ score }) => score >= least)
    .slice(0, MOST_ITEMS)
    .map(({ one }) => one.place)
}

/** Of two that stand under the same skill the stronger comes first, and nothing else is changed by it. */
function strength(rank: number): number {
  return 1 - Math.min(rank, 99) / 10_000
}

/** The skill that is asked for and shown most, between 0 and 1. */
function overlap(asked: ReadonlyMap<string, number>, shown: ReadonlyMap<string, number> | undefined): number {
  if (shown === undefined) return 0
  return Math.max(0, ...[...asked].map(([skill, share]) => share * (shown.get(skill) ?? 0)))
}

const KINDS = ['skill', 'phrase', 'behaviour'] as const

/**
 * By skill id, between 0 and 1. The reader finds the skill behind "Which responsibilities did you hand over?"; what it
 * cannot place ("What are you proud of?") is about no skill. Words decide where there is no reader for the language.
 */
function skillsAsked(framework: Framework, question: string, read: ReadText | null): Map<string, number> {
  const sentences = read?.(question) ?? null
  if (sentences === null || sentences.some(({ kind }) => kind === 'other-language'))
    return skillsByWords(framework, question.replace(FORM_WORDS, ' '))
  return new Map([...likelySkills(sentences)].slice(0, MOST_SKILLS))
}

function skillsByWords(framework: Framework, question: string): Map<string, number> {
  const scores = new Map<string, number>()
  for (const { entry, score, words } of rankedEntries(framework, question, KINDS)) {
    const { found } = entry
    if (found.kind === 'behaviour' && words < FEWEST_WORDS) continue
    if (found.kind !== 'skill' && found.kind !== 'phrase' && found.kind !== 'behaviour') continue
    scores.set(found.skill.id, Math.max(score, scores.get(found.skill.id) ?? 0))
  }
  const best = [...scores].sort((a, b) => b[1] - a[1]).slice(0, MOST_SKILLS)
  const highest = best[0]?.[1] ?? 1
  return new Map(
    best
      .map(([skill, score]): [string, number] => [skill, score / highest])
      .filter(([, score]) => score >= FURTHEST_SKILL),
  )
}

/** What a question asks for by its kind: results, what is missing, or what others said. What somebody found missing
 * goes nowhere else. */
function kindAsked(terms: readonly string[]): (one: Placed) => number {
  const asks = (stems: ReadonlySet<string>) => terms.some((term) => stems.has(term))
  const [results, others] = [asks(RESULTS), asks(OTHERS)]
  const open = asks(OPEN) || (asks(GROWTH) && !asks(HELPED))
  return ({ item, rank }) => {
    if (item.polarity === 'gap') return open || others ? 2 : Number.NEGATIVE_INFINITY
    if (others && item.kind === 'words') return 2
    return results && item.kind === 'evidence' ? 1 / (1 + rank) : 0
  }
}
