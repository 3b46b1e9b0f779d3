// The tables of ratings that were brought, newest first; each can be taken back.
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { ApiError } from '../api.ts'
import { ProblemLine } from '../parts/problem-line.tsx'
import { Reading } from '../parts/reading.tsx'
import { bringPeopleWords, ratingsInWords } from '../words/bring-people.ts'
import { dateWords } from '../words/date.ts'
import { peopleWords } from '../words/people.ts'
import { takeBroughtBack } from './api-people.ts'
import { broughtFilesQuery } from './people-queries.ts'

export function BroughtFiles() {
  const files = useSuspenseQuery(broughtFilesQuery).data
  const back = useTakeBroughtBack()
  if (files.length === 0) return null
  return (
    <>
      <h3>{peopleWords.files}</h3>
      <ul className="people-list">
        {files.map((file) => (
          <li key={file.id}>
            <span>
              {file.source}{' '}
              <span className="small quiet">
                {peopleWords.fileLine(ratingsInWords(file.ratings), dateWords.day(file.madeAt))}
              </span>
            </span>
            {file.undoneAt === null ? (
              <button
                type="button"
                className="button"
                data-look="plain"
                aria-label={peopleWords.takeBackOf(file.source)}
                disabled={back.isPending}
                onClick={() => back.mutate(file.id)}
              >
                {peopleWords.takeBack}
              </button>
            ) : (
              <span className="small quiet">{peopleWords.takenBack}</span>
            )}
          </li>
        ))}
      </ul>
      <Reading>
        {back.data ? bringPeopleWords.taken(back.data.ratings.back, back.data.ratings.left) : ''}
      </Reading>
      <ProblemLine error={back.error} />
    </>
  )
}

export function useTakeBroughtBack() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (id: string) => {
      const outcome = await takeBroughtBack(id)
      if (!outcome.ok) throw new ApiError(outcome.failure)
      return outcome.value
    },
    onSettled: () => queries.invalidateQueries(),
  })
}
