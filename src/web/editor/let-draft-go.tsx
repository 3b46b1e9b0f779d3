// Letting go of a draft: asked twice, because what was typed is gone then.
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError } from '../api.ts'
import { ProblemLine } from '../parts/problem-line.tsx'
import { publishWords } from '../words/editor.ts'
import { endingOf, letDraftGo } from './api-drafts.ts'

export function LetDraftGo(props: {
  id: string
  /** True while something is on its way: it would arrive after the draft has ended. */
  isSending: boolean
  onDone: () => Promise<void>
}) {
  const { id, isSending, onDone } = props
  const [isAsked, setAsked] = useState(false)
  const letGo = useMutation({
    mutationKey: endingOf(id),
    mutationFn: async () => {
      const outcome = await letDraftGo(id)
      if (!outcome.ok) throw new ApiError(outcome.failure)
    },
    onSuccess: onDone,
  })
  if (!isAsked)
    return (
      <div>
        <button type="button" className="button" data-look="plain" onClick={() => setAsked(true)}>
          {publishWords.letGo}
        </button>
      </div>
    )
  return (
    <div className="notice">
      <p>{publishWords.letGoHelp}</p>
      <ProblemLine error={letGo.error} />
      <div className="actions">
        <button
          type="button"
          className="button"
          disabled={letGo.isPending || isSending}
          onClick={() => letGo.mutate()}
        >
          {publishWords.letGoSure}
        </button>
        <button type="button" className="button" data-look="plain" onClick={() => setAsked(false)}>
          {publishWords.keep}
        </button>
      </div>
    </div>
  )
}
