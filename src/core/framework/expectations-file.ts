// The shape of a row of expectations.csv.
import * as z from 'zod'
import { id, level } from './file-words.ts'

const WEIGHTS = [0, 1, 2, 3] as const

export const expectationRow = z
  .strictObject({
    role: id,
    skill: id,
    level,
    weight: z
      .literal(WEIGHTS)
      .exactOptional()
      .meta({ description: '0 none, 1 helpful, 2 important, 3 critical; 2 is assumed where it is missing.' }),
  })
  .meta({ title: 'A row of expectations.csv', description: 'What one role asks for in one skill.' })

export type ExpectationRow = z.infer<typeof expectationRow>

export const EXPECTATION_COLUMNS = Object.keys(expectationRow.shape)
