// Makes today's release, for administrators of views; and takes the figures away as a table, for everybody.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ApiError } from '../api.ts'
import { serverDay } from '../data/today.ts'
import { useSession } from '../data/use-session.ts'
import { ProblemLine } from '../parts/problem-line.tsx'
import { overviewWords as words } from '../words/overview.ts'
import { makeRelease, type Overview, type OverviewAsked, overviewFile } from './api-overview.ts'

export function OverviewMake({ overview, asked }: { overview: Overview; asked: OverviewAsked }) {
  const isAdmin = useSession()?.adminOf.includes('views') ?? false
  const client = useQueryClient()
  const make = useMutation({
    mutationFn: async () => {
      const made = await makeRelease(serverDay())
      if (!made.ok) throw new ApiError(made.failure)
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['overview'] }),
  })
  return (
    <div className="actions no-print">
      {overview.release === null ? null : (
        <a className="button" href={overviewFile(asked)} download>
          {words.export}
        </a>
      )}
      {isAdmin ? (
        <button
          type="button"
          className="button"
          data-look="main"
          disabled={make.isPending}
          onClick={() => make.mutate()}
        >
          {make.isPending ? words.making : words.make}
        </button>
      ) : null}
      <p role="status">{make.isSuccess ? words.madeToday : ''}</p>
      <ProblemLine error={make.error} />
    </div>
  )
}
