// Drafts of feedback that were kept: opened again, let go, and brought back.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { FeedbackDraft } from '../../core/composing/feedback-draft.ts'
import { partsAsText } from '../../core/composing/feedback-parts.ts'
import { ProblemLine } from '../parts/problem-line.tsx'
import { dateWords } from '../words/date.ts'
import { sayWords } from '../words/say.ts'
import {
  feedbackDraftsQuery,
  type UnsaidState,
  useKeepFeedbackDraftAgain,
  useLetFeedbackDraftGo,
} from './use-say.ts'

export function SayDrafts({ unsaid }: { unsaid: UnsaidState }) {
  const { drafts, unreadable } = useSuspenseQuery(feedbackDraftsQuery).data
  const letGo = useLetFeedbackDraftGo()
  const again = useKeepFeedbackDraftAgain()
  const [gone, setGone] = useState<FeedbackDraft | null>(null)
  if (drafts.length === 0 && unreadable === 0 && gone === null) return null
  const whom = ({ recipient }: FeedbackDraft) => recipient || sayWords.nobody
  return (
    <section className="section stack no-print">
      <h2>{sayWords.drafts}</h2>
      {gone === null ? null : (
        <div className="notice" role="status">
          <p>{sayWords.gone(whom(gone))}</p>
          <button
            type="button"
            className="button"
            onClick={() => again.mutate(gone, { onSuccess: () => setGone(null) })}
          >
            {sayWords.undo}
          </button>
        </div>
      )}
      <ProblemLine error={letGo.error ?? again.error} />
      <ul className="say-drafts">
        {drafts.map((draft) => (
          <li key={draft.id}>
            <div>
              <strong>{whom(draft)}</strong>{' '}
              <span className="small quiet">{dateWords.day(draft.writtenAt)}</span>
              <p className="say-line">{partsAsText(draft.parts)}</p>
            </div>
            <div className="actions">
              <button
                type="button"
                className="button"
                aria-label={`${sayWords.open}: ${whom(draft)}`}
                onClick={() => unsaid.replace(unsaidOf(draft))}
              >
                {sayWords.open}
              </button>
              <button
                type="button"
                className="button"
                data-look="plain"
                aria-label={`${sayWords.remove}: ${whom(draft)}`}
                onClick={() => letGo.mutate(draft, { onSuccess: () => setGone(draft) })}
              >
                {sayWords.remove}
              </button>
            </div>
          </li>
        ))}
      </ul>
      {unreadable > 0 ? <p>{sayWords.closed(unreadable)}</p> : null}
    </section>
  )
}

function unsaidOf(draft: FeedbackDraft) {
  const { id, revisionId, recipient, personId, role, skill, aim, parts } = draft
  return { content: { recipient, personId, role, skill, aim, parts }, base: { id, revisionId } }
}
