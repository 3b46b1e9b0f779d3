// Writing feedback: what is on the page, its marks, and keeping it as a draft.
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { checkBySentence } from '../../core/composing/check-by-sentence.ts'
import { checkFeedback, type Mark } from '../../core/composing/check-feedback.ts'
import { knownPhrases } from '../../core/composing/concrete-starts.ts'
import {
  type FeedbackDraft,
  type FeedbackDraftContent,
  NO_FEEDBACK,
} from '../../core/composing/feedback-draft.ts'
import type { LanguageFinding } from '../../core/composing/language-checks.ts'
import type { Framework } from '../../core/framework/framework.ts'
import { newId } from '../api.ts'
import { browserDrafts } from '../data/drafts.ts'
import { windowId } from '../data/window-id.ts'
import { expectValue } from '../framework/use-frameworks.ts'
import { listFeedbackDrafts, saveFeedbackDraft, withdrawFeedbackDraft } from './api-say.ts'
import { keepUnsaid, takeUpUnsaid, type Unsaid } from './unsaid.ts'

export const feedbackDraftsQuery = queryOptions({
  queryKey: ['feedback-drafts'],
  queryFn: listFeedbackDrafts,
})

/** What is being written. Every change is in this browser before anything else happens to it. */
export function useUnsaid(role: string) {
  const [start] = useState(() => takeUpUnsaid(browserDrafts, windowId()))
  const [unsaid, setUnsaid] = useState<Unsaid>(
    () => start ?? { content: { ...NO_FEEDBACK, role }, base: null },
  )
  // Words that were typed while a draft was on its way are newer than what was kept.
  const latest = useRef(unsaid)
  latest.current = unsaid
  const [before, setBefore] = useState<Unsaid | null>(null)
  const put = (next: Unsaid) => {
    keepUnsaid(browserDrafts, windowId(), next, Date.now())
    setUnsaid(next)
  }
  return {
    ...unsaid,
    wasBroughtBack: start !== null,
    /** What was there before the page was cleared or another draft opened; null where nothing was lost. */
    before,
    change: (part: Partial<FeedbackDraftContent>) =>
      put({ ...unsaid, content: { ...unsaid.content, ...part } }),
    /** Puts something else on the page; what was there comes back with `undo`. */
    replace: (next: Unsaid | null) => {
      setBefore(unsaid)
      put(next ?? { content: { ...NO_FEEDBACK, role: unsaid.content.role || role }, base: null })
    },
    undo: () => {
      if (before === null) return
      put(before)
      setBefore(null)
    },
    /** It lies on the disk now. */
    wasKept: (draft: FeedbackDraft) => {
      const next = { ...latest.current, base: { id: draft.id, revisionId: draft.revisionId } }
      const isSame = JSON.stringify(next.content.parts) === JSON.stringify(draft.parts)
      keepUnsaid(browserDrafts, windowId(), isSame ? null : next, Date.now())
      setUnsaid(next)
    },
  }
}

export type UnsaidState = ReturnType<typeof useUnsaid>

/** All marks of what stands there. The language library arrives a moment after the page; until then its rules are silent. */
export function useMarks(framework: Framework, content: FeedbackDraftContent): Mark[] {
  const [checkLanguage, setCheckLanguage] = useState<((text: string) => LanguageFinding[]) | null>(null)
  const english = framework.language.split('-')[0] === 'en'
  useEffect(() => {
    let isThere = true
    if (english)
      void import('../../core/composing/language-checks.ts')
        .then((module) => isThere && setCheckLanguage(() => checkBySentence(module.checkLanguage)))
        .catch(() => undefined)
    return () => {
      isThere = false
    }
  }, [english])
  const phrases = useMemo(() => knownPhrases(framework), [framework])
  const parts = useDeferredValue(content.parts)
  return useMemo(
    () => checkFeedback(parts, { aim: content.aim, english, phrases, checkLanguage }),
    [parts, content.aim, english, phrases, checkLanguage],
  )
}

function useReadAgain() {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: feedbackDraftsQuery.queryKey })
}

export function useKeepFeedbackDraft(frameworkDigest: string) {
  const readAgain = useReadAgain()
  return useMutation({
    mutationFn: async ({ content, base }: Unsaid) =>
      expectValue(
        await saveFeedbackDraft(
          base?.id ?? newId(),
          { ...content, frameworkDigest },
          base?.revisionId ?? null,
        ),
      ),
    onSettled: readAgain,
  })
}

export function useLetFeedbackDraftGo() {
  const readAgain = useReadAgain()
  return useMutation({
    mutationFn: async (draft: FeedbackDraft) => {
      expectValue(await withdrawFeedbackDraft(draft))
      return draft
    },
    onSettled: readAgain,
  })
}

/** Keeps again what was let go, under its id. */
export function useKeepFeedbackDraftAgain() {
  const readAgain = useReadAgain()
  return useMutation({
    mutationFn: async (draft: FeedbackDraft) => {
      const { recipient, personId, role, skill, aim, parts, frameworkDigest } = draft
      const content = { recipient, personId, role, skill, aim, parts, frameworkDigest }
      return expectValue(await saveFeedbackDraft(draft.id, content, null))
    },
    onSettled: readAgain,
  })
}
