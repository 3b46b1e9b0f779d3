// The entries of the journal that were asked for, page by page.
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { EvidencePage } from '../../core/evidence/evidence-page.ts'
import { monthsBefore } from '../../core/plan/quarter-calendar.ts'
import { today } from '../data/today.ts'
import { useSettled } from '../data/use-settled.ts'
import { type EvidenceAsked, findEvidence } from './api-evidence.ts'
import type { JournalAsked } from './journal-filters.tsx'

/** Milliseconds after the last letter. */
const REST = 150

export function useJournal(asked: JournalAsked) {
  const text = useSettled(asked.text.trim(), REST)
  const question = questionOf({ ...asked, text })
  const query = useInfiniteQuery({
    queryKey: ['evidence', 'journal', question],
    queryFn: ({ pageParam }) => findEvidence({ ...question, skip: pageParam }),
    initialPageParam: 0,
    getNextPageParam: (page: EvidencePage) => page.next,
    placeholderData: keepPreviousData,
  })
  const pages = query.data?.pages ?? []
  return {
    query,
    entries: pages.flatMap((page) => page.entries),
    blocks: Object.assign({}, ...pages.map((page) => page.blocks)) as EvidencePage['blocks'],
    newest: pages[0],
  }
}

function questionOf({ text, skill, person, time }: JournalAsked): EvidenceAsked {
  return { text, skill, person, ...spanOf(time) }
}

function spanOf(time: string): Pick<EvidenceAsked, 'from' | 'until'> {
  if (time === '') return {}
  if (time.length === 4) return { from: `${time}-01-01`, until: `${time}-12-31` }
  return { from: monthsBefore(today(), Number(time)) }
}
