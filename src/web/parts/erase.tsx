// Erases everything, after the words were typed, and this browser's drafts with it.
import { useIsMutating, useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { ApiError } from '../api.ts'
import { eraseEverything } from '../api-own-data.ts'
import { eraseDrafts } from '../data/drafts.ts'
import { meQuery } from '../data/queries.ts'
import { settingsWords } from '../words/settings.ts'
import { ProblemLine } from './problem-line.tsx'

export function Erase() {
  const queries = useQueryClient()
  const [typed, setTyped] = useState('')
  // A restore or an import under way must end first.
  const isBusy = useIsMutating() > 0
  const erase = useMutation({
    mutationFn: async () => {
      const outcome = await eraseEverything()
      if (!outcome.ok) throw new ApiError(outcome.failure)
      return outcome.value
    },
    onSuccess: () => {
      eraseDrafts()
      return queries.invalidateQueries({ queryKey: meQuery.queryKey })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (typed.trim().toLowerCase() === settingsWords.erasePhrase) erase.mutate()
  }
  if (erase.data) {
    const rows = Object.values(erase.data.erased).reduce((sum, count) => sum + count, 0)
    return (
      <div className="notice" role="status">
        <p>{settingsWords.eraseDone(rows, erase.data.backupsRemoved)}</p>
        <Link to="/">{settingsWords.eraseStart}</Link>
      </div>
    )
  }
  return (
    <form className="stack" onSubmit={submit}>
      <p>{settingsWords.eraseText}</p>
      <div className="field settings-narrow">
        <label htmlFor="erase">{settingsWords.eraseLabel}</label>
        <input
          id="erase"
          className="input"
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      <button
        type="submit"
        className="button"
        disabled={typed.trim().toLowerCase() !== settingsWords.erasePhrase || isBusy}
      >
        {erase.isPending ? settingsWords.erasing : settingsWords.eraseDo}
      </button>
      <ProblemLine error={erase.error} />
    </form>
  )
}
