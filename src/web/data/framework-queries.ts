// What pages about frameworks and their versions read.
import { queryOptions } from '@tanstack/react-query'
import { listFrameworks } from '../api-frameworks.ts'
import { listCarryOvers, listFrameworkVersions } from '../api-versions.ts'

export const frameworkVersionsQuery = queryOptions({
  queryKey: ['framework-versions'],
  queryFn: listFrameworkVersions,
})

export const carryOversQuery = queryOptions({ queryKey: ['carry-overs'], queryFn: listCarryOvers })

/** Which frameworks there are, and which one is in use. */
export const frameworksQuery = queryOptions({ queryKey: ['frameworks'], queryFn: listFrameworks })
