// What pages about frameworks and their versions read.
import { queryOptions } from '@tanstack/react-query'
import { listAssessments } from '../assess/api-assessments.ts'
import { listFrameworks } from './api-frameworks.ts'
import { listCarryOvers, versionsIn } from './api-versions.ts'

export const carryOversQuery = queryOptions({ queryKey: ['carry-overs'], queryFn: listCarryOvers })

/** Which frameworks there are, and which one is in use. */
export const frameworksQuery = queryOptions({ queryKey: ['frameworks'], queryFn: listFrameworks })

/** The versions of all of them, out of the same answer. */
export const frameworkVersionsQuery = queryOptions({ ...frameworksQuery, select: versionsIn })

/** What the person said of themselves, on any version; read anew each time, since any answer changes it. */
export const assessmentsQuery = queryOptions({
  queryKey: ['assessments'],
  queryFn: listAssessments,
  staleTime: 0,
})
