// The proof that somebody was erased: what went, where the id still stands and why; saved as a file, and searched for again.
import { useMutation } from '@tanstack/react-query'
import { MENTION_WORDS, type RemainingMention, unexpectedIn } from '../../core/audit/erasure-proof.ts'
import { ApiError } from '../api.ts'
import { ProblemLine } from '../parts/problem-line.tsx'
import { eraseWords as words } from '../words/record.ts'
import { checkErasure, type ErasureEntry } from './api-record.ts'
import { saveErasureProof } from './save-erasure-proof.ts'

export function ErasureProofView({ erasure }: { erasure: ErasureEntry }) {
  const { proof, hash } = erasure
  const search = useMutation({
    mutationFn: async () => {
      const outcome = await checkErasure(erasure.id)
      if (!outcome.ok) throw new ApiError(outcome.failure)
      return outcome.value
    },
  })
  const found = search.data
  return (
    <div className="stack">
      <p>
        {words.sum(proof.rowsRemoved, proof.tablesCleared, found?.columnsSearched ?? proof.columnsSearched)}
      </p>
      <Remaining remaining={found?.remaining ?? proof.remaining} />
      <p className="small quiet">{words.hash}</p>
      <code className="organisation-secret">{hash}</code>
      <div role="status">
        {search.isPending ? <p>{words.searching}</p> : null}
        {found === undefined ? null : (
          <p className={found.isInChain ? '' : 'field-error'}>
            {found.isInChain ? words.inChain : words.notInChain}
          </p>
        )}
      </div>
      <div className="actions no-print">
        <button type="button" className="button" onClick={() => saveErasureProof(proof, hash)}>
          {words.save}
        </button>
        <button
          type="button"
          className="button"
          data-look="plain"
          disabled={search.isPending}
          onClick={() => search.mutate()}
        >
          {words.again}
        </button>
      </div>
      <ProblemLine error={search.error} />
    </div>
  )
}

function Remaining({ remaining }: { remaining: readonly RemainingMention[] }) {
  if (remaining.length === 0) return <p>{words.nothing}</p>
  const unexpected = unexpectedIn(remaining)
  const shown = unexpected.length > 0 ? unexpected : remaining
  return (
    <>
      <p className={unexpected.length > 0 ? 'field-error' : ''}>
        {unexpected.length > 0 ? words.unclean : words.clean}
      </p>
      <ul className="marked-list small">
        {shown.map(({ table, column, rows, why }) => (
          <li key={`${table} ${column}`}>{words.place(table, column, rows, MENTION_WORDS[why])}</li>
        ))}
      </ul>
    </>
  )
}
