// Somebody whom a person kept is a member now: what is held about them, and what they say of each thing.

import type { RaterKind, RatingContent } from '../assessment/assessment.ts'
import { fail, type Result, succeed } from '../result.ts'

/** The keeper's own sealed records and notes that name somebody: that there is one is told, and not its words. */
export type NamedKind = 'talk' | 'told' | 'draft' | 'said' | 'share'

export interface NamedRecord {
  id: string
  kind: NamedKind
  /** ISO day. */
  day: string
}

export interface Joining {
  id: string
  keeperId: string
  memberId: string
  /** The kept person whom the keeper says the member is. */
  keptId: string
  linkedAt: string
  named: NamedRecord[]
  /** ISO time at which the keeper's records were last looked through. */
  namedAt: string
}

/** Who said it, as far as the member is told: somebody else is not named, because they said it to the keeper alone. */
export type HeldSaidBy = 'keeper' | 'member' | 'somebody-else' | 'unknown'

/** One wording of a rating that was noted. */
export interface HeldWording extends RatingContent {
  revisionId: string
  /** ISO time of the day on which it was said. */
  saidOn: string
  withdrawn: boolean
}

/** A rating that the keeper noted about somebody, with every earlier wording. */
export interface HeldRating {
  assessmentId: string
  skill: string
  frameworkDigest: string
  saidBy: HeldSaidBy
  raterKind: RaterKind
  /** The newest wording; its `withdrawn` says that it was taken back and is kept in its history. */
  current: HeldWording
  /** The oldest first. */
  earlier: HeldWording[]
}

/** A rating by the place where it was noted, or a record that names the member. */
export type HeldItem = { assessmentId: string; skill: string } | { recordId: string }

export type HeldWish = 'beside' | 'removal'

/** What the member says of one thing. At most one holds at a time. */
export interface HeldAnswer {
  id: string
  joiningId: string
  memberId: string
  keeperId: string
  item: HeldItem
  kind: 'claimed' | 'objected'
  /** Of an objection. */
  wish: HeldWish | null
  words: string
  saidAt: string
  reply: string | null
  repliedAt: string | null
  /** When the keeper removed the thing for good. */
  removedAt: string | null
  /** Of a claim: the assessment in the member's record that holds it now. */
  claimedId: string | null
}

/** In characters, as a person counts them. */
export const LONGEST_HELD_WORDS = 2000

export function keyOfItem(item: HeldItem): string {
  return 'recordId' in item ? item.recordId : `${item.assessmentId}/${item.skill}`
}

/**
 * Whether a rating can become part of the member's record. What was taken back is no statement any more, and what they
 * said of themselves they say themselves.
 */
export function whyNotClaimed({ current, saidBy, raterKind }: HeldRating): 'taken-back' | 'own-words' | null {
  if (current.withdrawn) return 'taken-back'
  return saidBy === 'member' || raterKind === 'self' ? 'own-words' : null
}

export interface ObjectCommand {
  wish: HeldWish
  words: string
}

export interface HeldWordsFailure {
  field: 'words'
  message: string
}

/** An objection in words; asking for removal needs none. */
export function objectToItem({ wish, words }: ObjectCommand): Result<ObjectCommand, HeldWordsFailure> {
  const said = words.trim()
  if (said === '' && wish === 'beside')
    return fail({ field: 'words', message: 'Write what is to be read beside it.' })
  return tooLong(said) ?? succeed({ wish, words: said })
}

/** What the keeper says to an objection. */
export function replyInWords(words: string): Result<string, HeldWordsFailure> {
  const said = words.trim()
  if (said === '') return fail({ field: 'words', message: 'Write what you want to say to it.' })
  return tooLong(said) ?? succeed(said)
}

function tooLong(words: string): Result<never, HeldWordsFailure> | null {
  if ([...words].length <= LONGEST_HELD_WORDS) return null
  return fail({ field: 'words', message: `At most ${LONGEST_HELD_WORDS} characters.` })
}

/** Names that may mean the same person: one has every word of the other. Never more than an offer to look. */
export function mayBeNamed(kept: string, member: string): boolean {
  const a = wordsOf(kept)
  const b = wordsOf(member)
  if (a.length === 0 || b.length === 0) return false
  const [few, many] = a.length <= b.length ? [a, b] : [b, a]
  return few.every((word) => many.some((one) => one === word || isInitialOf(word, one)))
}

/** “B” and “B.” stand for any name that begins so. */
function isInitialOf(word: string, name: string): boolean {
  return word.length === 1 && name.startsWith(word)
}

function wordsOf(name: string): string[] {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}
