// Writing, changing and taking back entries; what could not be sent is tried again until it is on the disk.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Evidence, EvidenceContent } from '../../core/evidence/evidence.ts'
import { newId } from '../api.ts'
import { browserDrafts } from '../data/drafts.ts'
import { queryClient } from '../data/queries.ts'
import { expectValue } from '../framework/use-frameworks.ts'
import { saveEvidence, withdrawEvidence } from './api-evidence.ts'
import { EvidenceKeeper } from './evidence-keeper.ts'

const TRY_AGAIN_MS = 5_000

export const evidenceKeeper = new EvidenceKeeper(browserDrafts, {
  newId,
  save: ({ id, revisionId, frameworkDigest, content, base }) =>
    saveEvidence(id, { ...content, revisionId, frameworkDigest }, base),
})

let timer: ReturnType<typeof setTimeout> | undefined

/** Goes on until nothing waits, also after the form was closed. */
export async function sendWaiting(): Promise<void> {
  clearTimeout(timer)
  const saved = await evidenceKeeper.sendWaiting()
  if (saved.length > 0) void refreshEvidence()
  if (evidenceKeeper.waitingCount() > 0) timer = setTimeout(() => void sendWaiting(), TRY_AGAIN_MS)
}

export function refreshEvidence(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: ['evidence'] })
}

/** Says an entry again, as it was before it was changed or taken back. */
export function useSayAgain() {
  return useMutation({
    mutationFn: async (change: { before: Evidence; current: string | null }) => {
      const { before, current } = change
      const command = {
        ...contentOf(before),
        revisionId: newId(),
        frameworkDigest: before.frameworkDigest,
      }
      return expectValue(await saveEvidence(before.id, command, current))
    },
    onSettled: refreshEvidence,
  })
}

export function useTakeBackEvidence() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (entry: Evidence) => {
      expectValue(await withdrawEvidence(entry))
      return entry
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['evidence'] }),
  })
}

/** Only what an entry says. */
export function contentOf(entry: Evidence): EvidenceContent {
  const { happenedOn, text, links, credit, skills, template, source } = entry
  return { happenedOn, text, links, credit, skills, template, source }
}
