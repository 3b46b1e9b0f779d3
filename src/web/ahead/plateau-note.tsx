// One quiet remark: soft skills that a destination rests on stood still for a year while hard ones grew.

import { queryOptions, useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ApiError } from '../api.ts'
import { ProblemLine } from '../parts/problem-line.tsx'
import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { plateauWords } from '../words/ahead.ts'
import { putPlateauAway, readPlateau } from './api-ahead.ts'

function plateauQuery(destinations: readonly string[]) {
  return queryOptions({
    queryKey: ['plateau', ...destinations],
    queryFn: () => readPlateau(destinations),
  })
}

/** Nothing while it is read, where there is nothing to say, and where it was put away. */
export function PlateauNote({ destinations }: { destinations: readonly string[] }) {
  const found = useQuery(plateauQuery(destinations)).data
  const put = useMutation({
    mutationFn: async (putAway: boolean) => {
      const outcome = await putPlateauAway(putAway)
      if (!outcome.ok) throw new ApiError(outcome.failure)
      return putAway
    },
  })
  if (!found) return null
  if (put.data === true)
    return (
      <p className="small quiet no-print" role="status">
        {plateauWords.gone}{' '}
        <button type="button" className="button" data-look="plain" onClick={() => put.mutate(false)}>
          {plateauWords.undo}
        </button>
      </p>
    )
  const first = found.still[0]
  return (
    <aside className="notice plateau-note no-print" aria-label={plateauWords.title}>
      <p>{found.seen}</p>
      <p>{found.costs}</p>
      {found.step && first ? (
        <p>
          {plateauWords.step} {found.step.text}{' '}
          <Link to="/skill/$skill" params={{ skill: first.skill }}>
            {first.name}
          </Link>
        </p>
      ) : null}
      <button
        type="button"
        className="button"
        data-look="plain"
        disabled={put.isPending}
        onClick={() => put.mutate(true)}
      >
        {plateauWords.putAway}
      </button>{' '}
      <WhoCanSee of="plateau" />
      <ProblemLine error={put.error} />
    </aside>
  )
}
