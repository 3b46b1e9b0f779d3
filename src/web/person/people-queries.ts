// What the pages about people read.
import { queryOptions } from '@tanstack/react-query'
import {
  listBroughtFiles,
  listPeople,
  readLevelsOf,
  readPeopleComparison,
  readRatingsAbout,
} from './api-people.ts'

export const peopleQuery = queryOptions({ queryKey: ['people'], queryFn: listPeople })

/** `me`, or the id of somebody who is kept. */
export function ratingsAboutQuery(id: string) {
  return queryOptions({ queryKey: ['people', id, 'ratings'], queryFn: () => readRatingsAbout(id) })
}

/** `me`, or the id of somebody who is kept. Measured on the server, with everybody of whom there are ratings. */
export function levelsQuery(id: string) {
  return queryOptions({
    queryKey: ['people', id, 'levels'],
    queryFn: () => readLevelsOf(id),
  })
}

export const peopleComparisonQuery = queryOptions({
  queryKey: ['people', 'comparison'],
  queryFn: readPeopleComparison,
})

export const broughtFilesQuery = queryOptions({
  queryKey: ['people', 'brought'],
  queryFn: listBroughtFiles,
})
