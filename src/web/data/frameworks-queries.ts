// What the pages about frameworks read; apart from the rest, because the first screen does without it.
import { queryOptions } from '@tanstack/react-query'
import { listFrameworks } from '../api-frameworks.ts'
import { listCarryOvers, listFrameworkVersions } from '../api-versions.ts'

/** Which frameworks there are, and which one is in use. */
export const frameworksQuery = queryOptions({ queryKey: ['frameworks'], queryFn: listFrameworks })

export const frameworkVersionsQuery = queryOptions({
  queryKey: ['framework-versions'],
  queryFn: listFrameworkVersions,
})

export const carryOversQuery = queryOptions({ queryKey: ['carry-overs'], queryFn: listCarryOvers })
