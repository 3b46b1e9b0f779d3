// Takes what was worked out while preparing over into the next talk with somebody, or into a draft of feedback; each with its way back.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FeedbackDraft, FeedbackDraftContent } from '../../core/composing/feedback-draft.ts'
import { beginConversation } from '../../core/conversation/begin-conversation.ts'
import { type Conversation, contentOf } from '../../core/conversation/conversation.ts'
import { newId } from '../api.ts'
import { today } from '../data/today.ts'
import { useMe } from '../data/use-me.ts'
import { expectValue } from '../framework/use-frameworks.ts'
import { reportsQuery } from '../organisation/use-reports.ts'
import type { Named } from '../round/api-rounds.ts'
import { saveFeedbackDraft, withdrawFeedbackDraft } from '../say/api-say.ts'
import { feedbackDraftsQuery } from '../say/use-say.ts'
import { listTalks, saveTalk, withdrawTalk } from '../talk/api-talks.ts'

/** A talk as it was, null where there was none, and as it is now. */
export interface TakenToTalk {
  before: Conversation | null
  now: Conversation
}

/** In characters, as a question of a talk may be. */
const LONGEST_QUESTION = 600

/** The next talk about somebody of this name whom the reader does not keep; the earliest that is not over. */
function nextTalk(all: readonly Conversation[], name: string): Conversation | null {
  const coming = all.filter(
    ({ about, personId, withWhom, heldOn }) =>
      about === 'them' && personId === null && withWhom === name && heldOn >= today(),
  )
  return coming.toSorted((a, b) => a.heldOn.localeCompare(b.heldOn))[0] ?? null
}

async function toTalk(
  name: string,
  frameworkDigest: string,
  questions: readonly string[],
): Promise<TakenToTalk> {
  const all = (await listTalks()).conversations
  const before = nextTalk(all, name)
  const asked = { heldOn: today(), personId: null, withWhom: name, about: 'them' } as const
  const content = before === null ? beginConversation(asked, all) : contentOf(before)
  const known = new Set(content.questions.map(({ text }) => text))
  const added = questions
    .map((text) => text.slice(0, LONGEST_QUESTION))
    .filter((text) => !known.has(text))
    .map((text) => ({ id: newId(), text, asked: false }))
  const command = {
    revisionId: newId(),
    frameworkDigest: before?.frameworkDigest ?? frameworkDigest,
    content: { ...content, questions: [...content.questions, ...added] },
  }
  const now = expectValue(await saveTalk(before?.id ?? newId(), command, before?.revisionId ?? null))
  return { before, now }
}

async function backFromTalk({ before, now }: TakenToTalk): Promise<void> {
  if (before === null) return expectValue(await withdrawTalk(now))
  const { id, frameworkDigest } = before
  const command = { revisionId: newId(), frameworkDigest, content: contentOf(before) }
  expectValue(await saveTalk(id, command, now.revisionId))
}

/** Of somebody who reports to the reader, whom a talk names as their list does; it is begun today where none is coming. */
export function useTakeToTalk(person: Named, frameworkDigest: string) {
  const queries = useQueryClient()
  const me = useMe().person.id
  const nameInTalks = async () =>
    (await queries.ensureQueryData(reportsQuery(me))).find(({ id }) => id === person.id)?.name ?? person.name
  const onSettled = () => queries.invalidateQueries({ queryKey: ['talks'] })
  const take = useMutation({
    mutationFn: async (questions: readonly string[]) =>
      toTalk(await nameInTalks(), frameworkDigest, questions),
    onSettled,
  })
  const back = useMutation({ mutationFn: backFromTalk, onSettled, onSuccess: take.reset })
  return { take, back }
}

export function useTakeToFeedback(frameworkDigest: string) {
  const queries = useQueryClient()
  const onSettled = () => queries.invalidateQueries({ queryKey: feedbackDraftsQuery.queryKey })
  const take = useMutation({
    mutationFn: async (content: FeedbackDraftContent) =>
      expectValue(await saveFeedbackDraft(newId(), { ...content, frameworkDigest }, null)),
    onSettled,
  })
  const back = useMutation({
    mutationFn: async (draft: FeedbackDraft) => expectValue(await withdrawFeedbackDraft(draft)),
    onSettled,
    onSuccess: take.reset,
  })
  return { take, back }
}
