// Erases everything, after the words were typed, and this browser's drafts with it.
import { useIsMutating, useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { ApiError } from '../api.ts'
import { saveErasureProof } from '../audit/save-erasure-proof.ts'
import { eraseDrafts } from '../data/drafts.ts'
import { useKind } from '../data/use-session.ts'
import { ProblemLine } from '../parts/problem-line.tsx'
import { eraseWords } from '../words/record.ts'
import { settingsWords } from '../words/settings.ts'
import { type Erased, eraseEverything } from './api-own-data.ts'

export function Erase() {
  const queries = useQueryClient()
  const kind = useKind()
  const [typed, setTyped] = useState('')
  // A restore or an import under way must end first.
  const isBusy = useIsMutating() > 0
  const erase = useMutation({
    mutationFn: async () => {
      const outcome = await eraseEverything()
      if (!outcome.ok) throw new ApiError(outcome.failure)
      return outcome.value
    },
    onSuccess: ({ proof }) => {
      eraseDrafts()
      // In a team nobody is signed in here any more: this page stays as it is until the proof is saved.
      if (proof !== null) return
      // What was read before is erased too: nothing of it may come up again on another page.
      queries.removeQueries({ type: 'inactive' })
      return queries.invalidateQueries()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (typed.trim().toLowerCase() === settingsWords.erasePhrase) erase.mutate()
  }
  if (erase.data) return <Done erased={erase.data} />
  return (
    <form className="stack" onSubmit={submit}>
      <p>{kind === 'team' ? settingsWords.eraseInTeam : settingsWords.eraseText}</p>
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

function Done({ erased: { erased, backupsRemoved, proof, proofHash } }: { erased: Erased }) {
  const rows = Object.values(erased).reduce((sum, count) => sum + count, 0)
  if (proof === null || proofHash === null)
    return (
      <div className="notice" role="status">
        <p>{settingsWords.eraseDone(rows, backupsRemoved)}</p>
        <Link to="/">{settingsWords.eraseStart}</Link>
      </div>
    )
  return (
    <div className="notice">
      <p role="status">{settingsWords.eraseDoneInTeam(rows)}</p>
      <p>{settingsWords.eraseProof}</p>
      <div className="actions">
        <button
          type="button"
          className="button"
          data-look="main"
          onClick={() => saveErasureProof(proof, proofHash)}
        >
          {eraseWords.save}
        </button>
        {/* Whoever they were is no longer here: everything is read anew. */}
        <a href="/">{settingsWords.eraseLeave}</a>
      </div>
    </div>
  )
}
