// Begins a conversation: from when on it looks back, and which steps are carried over from the talks before.

import { monthsBefore } from '../plan/quarter-calendar.ts'
import {
  type Conversation,
  type ConversationAbout,
  type ConversationContent,
  type NextStep,
  NO_CONVERSATION,
} from './conversation.ts'

export interface BeginConversation {
  heldOn: string
  personId: string | null
  withWhom: string
  about: ConversationAbout
}

/** How far the first talk with somebody looks back, in months. */
const FIRST_LOOK_BACK = 3

/** Empty but for what is left open from earlier talks with the same person about the same one. */
export function beginConversation(
  asked: BeginConversation,
  all: readonly Conversation[],
): ConversationContent {
  const earlier = earlierTalks(asked, all)
  const last = earlier[0]
  const withWhom = asked.withWhom.trim().replaceAll(/\s+/g, ' ')
  return {
    ...NO_CONVERSATION,
    ...asked,
    withWhom,
    since: last?.heldOn ?? monthsBefore(asked.heldOn, FIRST_LOOK_BACK),
    // A wish that was put on the page once need not be put there each time.
    showsStanding: last?.showsStanding ?? false,
    towards: last?.towards ?? null,
    steps: openSteps(earlier),
  }
}

/** What was agreed and is still open, as the latest talk in which a step stands has it; the oldest first. */
export function openSteps(latestFirst: readonly Conversation[]): NextStep[] {
  const latest = new Map<string, NextStep>()
  for (const { steps } of latestFirst)
    for (const step of steps) if (!latest.has(step.id)) latest.set(step.id, step)
  return [...latest.values()]
    .filter(({ done, text }) => !done && text.trim() !== '')
    .sort((a, b) => (a.agreedOn < b.agreedOn ? -1 : a.agreedOn > b.agreedOn ? 1 : 0))
}

/** Earlier talks with the same person about the same one, the latest first. */
function earlierTalks(
  { heldOn, personId, withWhom, about }: BeginConversation,
  all: readonly Conversation[],
): Conversation[] {
  const name = withWhom.trim().toLowerCase()
  return all
    .filter((one) => one.about === about && one.heldOn < heldOn)
    .filter((one) =>
      personId === null
        ? one.personId === null && one.withWhom.toLowerCase() === name
        : one.personId === personId,
    )
    .sort((a, b) => (a.heldOn < b.heldOn ? 1 : -1))
}
