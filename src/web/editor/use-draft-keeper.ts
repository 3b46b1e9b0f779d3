// The keeper of one framework's draft, alive as long as its page, and the report on what it has saved.
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { newId } from '../api.ts'
import { browserDrafts } from '../data/drafts.ts'
import { type OpenDraft, type ReportEntry, readDraft, readReport, saveDraftFile } from './api-drafts.ts'
import { DraftKeeper, type KeptFile } from './draft-keeper.ts'

const TRY_AGAIN_MS = 5_000
const NO_ENTRIES: ReportEntry[] = []

export function useDraftKeeper(draft: OpenDraft): { keeper: DraftKeeper; files: readonly KeptFile[] } {
  const queries = useQueryClient()
  const { frameworkId } = draft
  const [keeper] = useState(
    () =>
      new DraftKeeper({
        frameworkId,
        files: draft.files,
        drafts: browserDrafts,
        transport: {
          save: (path, content, base) => saveDraftFile(frameworkId, path, content, base),
          readAgain: async (path) =>
            (await readDraft(frameworkId)).files.find((file) => file.path === path) ?? null,
          newId,
        },
        onSaved: () => void queries.invalidateQueries({ queryKey: ['draft-report', frameworkId] }),
      }),
  )
  const files = useSyncExternalStore(keeper.subscribe, keeper.files)
  useEffect(() => {
    keeper.flush()
    const timer = setInterval(keeper.flush, TRY_AGAIN_MS)
    addEventListener('online', keeper.flush)
    addEventListener('pagehide', keeper.flush)
    return () => {
      keeper.flush()
      clearInterval(timer)
      removeEventListener('online', keeper.flush)
      removeEventListener('pagehide', keeper.flush)
    }
  }, [keeper])
  return { keeper, files }
}

/** What lint says about the draft as it is saved; the last report stays while a new one is made. */
export function useDraftReport(id: string): { entries: ReportEntry[]; isFresh: boolean } {
  const report = useQuery({
    queryKey: ['draft-report', id],
    queryFn: () => readReport(id),
    placeholderData: keepPreviousData,
  })
  return { entries: report.data?.entries ?? NO_ENTRIES, isFresh: !report.isFetching }
}
