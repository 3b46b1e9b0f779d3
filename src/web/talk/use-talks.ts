// What the pages about talks read and change, and the keeper of the one that is open.
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type BeginConversation, beginConversation } from '../../core/conversation/begin-conversation.ts'
import {
  type Conversation,
  type ConversationContent,
  contentOf,
} from '../../core/conversation/conversation.ts'
import { newId } from '../api.ts'
import { ContentKeeper, type Kept } from '../data/content-keeper.ts'
import { browserDrafts } from '../data/drafts.ts'
import { useKept } from '../data/use-content-keeper.ts'
import { expectValue } from '../framework/use-frameworks.ts'
import { listTalks, readTalk, saveTalk, withdrawTalk } from './api-talks.ts'

export const talksQuery = queryOptions({ queryKey: ['talks'], queryFn: listTalks })

export function talkQuery(id: string) {
  return queryOptions({ queryKey: ['talks', id], queryFn: () => readTalk(id) })
}

export type TalkKeeper = ContentKeeper<Conversation, ConversationContent>
export type KeptTalk = Kept<Conversation, ConversationContent>

/** A revision stays for good, so that typing pauses longer here than elsewhere; in milliseconds. */
const PAUSE_MS = 1500

/** Alive as long as the page of this talk. `frameworkDigest` is the version in use, whose roles are offered. */
export function useTalkKeeper(
  talk: Conversation,
  frameworkDigest: string,
): { keeper: TalkKeeper; kept: KeptTalk } {
  const { id } = talk
  const [keeper] = useState(
    (): TalkKeeper =>
      new ContentKeeper({
        noun: 'talk',
        item: talk,
        contentOf,
        drafts: browserDrafts,
        pause: PAUSE_MS,
        transport: {
          save: (content, revisionId, base) => saveTalk(id, { revisionId, frameworkDigest, content }, base),
          newId,
        },
      }),
  )
  return { keeper, kept: useKept(keeper, ['talks']) }
}

function useReadAgain() {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: ['talks'] })
}

/** Begins a page with what is still open from earlier talks; answers its id. */
export function useBeginTalk(frameworkDigest: string, all: readonly Conversation[]) {
  const readAgain = useReadAgain()
  return useMutation({
    mutationFn: async (asked: BeginConversation) => {
      const id = newId()
      const content = beginConversation(asked, all)
      expectValue(await saveTalk(id, { revisionId: newId(), frameworkDigest, content }, null))
      return id
    },
    onSettled: readAgain,
  })
}

/** Ticks a step off, in the talk where it stands. */
export function useTickStep() {
  const readAgain = useReadAgain()
  return useMutation({
    mutationFn: async ({ talk, step }: { talk: Conversation; step: string }) => {
      const { id, frameworkDigest, revisionId } = talk
      const steps = talk.steps.map((one) => (one.id === step ? { ...one, done: true } : one))
      const content = { ...contentOf(talk), steps }
      expectValue(await saveTalk(id, { revisionId: newId(), frameworkDigest, content }, revisionId))
    },
    onSettled: readAgain,
  })
}

export function useTakeTalkBack() {
  const readAgain = useReadAgain()
  return useMutation({
    mutationFn: async (talk: Conversation) => expectValue(await withdrawTalk(talk)),
    onSettled: readAgain,
  })
}

/** Keeps again what was taken back, under its id. */
export function useKeepTalkAgain() {
  const readAgain = useReadAgain()
  return useMutation({
    mutationFn: async (talk: Conversation) => {
      const { id, frameworkDigest } = talk
      const command = { revisionId: newId(), frameworkDigest, content: contentOf(talk) }
      expectValue(await saveTalk(id, command, null))
    },
    onSettled: readAgain,
  })
}
