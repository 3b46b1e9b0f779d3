// A conversation: what somebody brings to a talk with somebody, and what was agreed there.

/** About oneself, as with one's manager; or about the other, as a manager talks with a report. */
export type ConversationAbout = 'me' | 'them'

export interface TalkQuestion {
  id: string
  text: string
  asked: boolean
}

export interface NextStep {
  /** Stays the same when the step is carried over. */
  id: string
  text: string
  whose: 'me' | 'them'
  /** A day; null where none was agreed. */
  dueOn: string | null
  done: boolean
  /** The day of the talk in which it was agreed first. */
  agreedOn: string
}

export interface ConversationContent {
  /** The day of the talk, such as 2026-11-26. */
  heldOn: string
  /** The id of a person whom the owner keeps. */
  personId: string | null
  /** As the owner calls them. */
  withWhom: string
  about: ConversationAbout
  /** What happened from this day on is offered. */
  since: string
  /** Keys of the records that are on the page; nothing is there that was not put in. */
  chosen: string[]
  /** Whether the page says where the person stands. */
  showsStanding: boolean
  /** The role that the page holds the levels against beside the own one; null keeps the destination off the page. */
  towards: string | null
  oneThing: string
  questions: TalkQuestion[]
  steps: NextStep[]
  /** For the owner alone; never on the page. */
  notes: string
}

export interface Conversation extends ConversationContent {
  id: string
  /** Chosen by the writer; the entity tag. */
  revisionId: string
  /** 1 for the first writing. */
  version: number
  frameworkDigest: string
  writtenAt: string
}

/** A line of its history. A withdrawn one holds no words. */
export interface ConversationRevision extends Conversation {
  withdrawn: boolean
  replaces: string | null
}

/** What a withdrawn one says. */
export const NO_CONVERSATION: Omit<ConversationContent, 'heldOn'> = {
  personId: null,
  withWhom: '',
  about: 'me',
  since: '1970-01-01',
  chosen: [],
  showsStanding: false,
  towards: null,
  oneThing: '',
  questions: [],
  steps: [],
  notes: '',
}

/** The content alone, in one order. */
export function contentOf(conversation: ConversationContent): ConversationContent {
  const { heldOn, personId, withWhom, about, since, chosen, showsStanding, towards } = conversation
  const { oneThing, questions, steps, notes } = conversation
  return {
    ...{ heldOn, personId, withWhom, about, since, chosen, showsStanding, towards, oneThing },
    questions: questions.map(({ id, text, asked }) => ({ id, text, asked })),
    steps: steps.map(({ id, text, whose, dueOn, done, agreedOn }) => ({
      ...{ id, text, whose, dueOn, done, agreedOn },
    })),
    notes,
  }
}

/** Ids of the steps that were agreed in it, and not carried over. */
export function agreedIn({ heldOn, steps }: ConversationContent): string[] {
  return steps.flatMap(({ id, agreedOn }) => (agreedOn === heldOn ? [id] : []))
}

/**
 * On another day. What was agreed in it was agreed on that day; what is carried over keeps its own. `agreed` is asked
 * before the day is typed: on the way to it other days are passed, and on one of them a step may have been agreed.
 */
export function moveTalk(
  content: ConversationContent,
  heldOn: string,
  agreed: readonly string[],
): ConversationContent {
  const steps = content.steps.map((step) => (agreed.includes(step.id) ? { ...step, agreedOn: heldOn } : step))
  return { ...content, heldOn, steps }
}

/** The order in which they are listed: the latest day first, and of one day what was written last. */
export function latestTalkFirst(a: Conversation, b: Conversation): number {
  if (a.heldOn !== b.heldOn) return a.heldOn < b.heldOn ? 1 : -1
  if (a.writtenAt !== b.writtenAt) return a.writtenAt < b.writtenAt ? 1 : -1
  return a.id < b.id ? 1 : -1
}
