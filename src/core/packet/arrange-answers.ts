// Arranges what a packet holds under the questions of another form. Nothing is written: things are found and put in order.

import MiniSearch from 'minisearch'
import type { Framework } from '../framework/framework.ts'
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
  item: PacketItem
  /** Place in its section, from 0: the strongest first. */
  rank: number
}

const MOST_ITEMS = 5
/** Skills that a question is about, at most. */
const MOST_SKILLS = 3
/** A skill this much further away than the nearest shares a common word and no more. */
const FURTHEST_SKILL = 0.6
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

/** For each question the items that fit it, nearest first. Private skills are in no packet and hence in no answer. */
export function arrangeAnswers(
  framework: Framework,
  sections: readonly PacketSection[],
  questions: readonly string[],
): FormAnswer[] {
  const placed = placedItems(sections)
  const index = indexOf(framework, placed)
  return questions.map((question) => ({
    question,
    own: '',
    items: nearest(framework, { placed, index }, question.replace(FORM_WORDS, ' ')),
  }))
}

/** An entry that stands under several skills once, where it stands first. */
function placedItems(sections: readonly PacketSection[]): Placed[] {
  const seen = new Set<string>()
  return sections
    .filter(({ included }) => included)
    .flatMap((section) =>
      section.items.flatMap((item, rank): Placed[] => {
        if (!item.included || seen.has(item.source) || item.text.trim() === '') return []
        seen.add(item.source)
        return [{ place: placeOf(section, item), section, item, rank }]
      }),
    )
}

interface Shelf {
  placed: readonly Placed[]
  index: MiniSearch<Placed>
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

function nearest(framework: Framework, { placed, index }: Shelf, question: string): string[] {
  const terms = [...new Set(wordsOf(question).flatMap((word) => searchTerms(word, framework.language)))]
  const wanted = kindAsked(terms)
  const byWords = new Map(index.search(terms.join(' ')).map((found) => [String(found.id), found.score]))
  const highest = Math.max(1e-9, ...byWords.values())
  const skills = skillsAsked(framework, question)
  const scored = placed
    .map((one, order) => {
      const words = (byWords.get(one.place) ?? 0) / highest
      const skill = skills.get(one.section.skill) ?? 0
      return { one, order, score: words + skill + wanted(one) }
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.order - b.order)
  const least = (scored[0]?.score ?? 0) * FURTHEST
  return scored
    .filter(({ score }) => score >= least)
    .slice(0, MOST_ITEMS)
    .map(({ one }) => one.place)
}

const KINDS = ['skill', 'phrase', 'behaviour'] as const

/** By skill id, between 0 and 1. */
function skillsAsked(framework: Framework, question: string): Map<string, number> {
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
