// What the pages about people read.
import { queryOptions } from '@tanstack/react-query'
import { listBroughtFiles, listPeople, readRatingsAbout } from '../api-people.ts'

export const peopleQuery = queryOptions({ queryKey: ['people'], queryFn: listPeople })

/** `me`, or the id of somebody who is kept. */
export function ratingsAboutQuery(id: string) {
  return queryOptions({ queryKey: ['people', id, 'ratings'], queryFn: () => readRatingsAbout(id) })
}

export const broughtFilesQuery = queryOptions({
  queryKey: ['people', 'brought'],
  queryFn: listBroughtFiles,
})
