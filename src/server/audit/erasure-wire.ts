// The shapes of erasures on the wire: the proof, and what a search afterwards found.
import { z } from '@hono/zod-openapi'
import type { ErasureProof } from '../../core/audit/erasure-proof.ts'
import { moment, uuid } from '../wire.ts'

export const mentionSchema = z.strictObject({
  table: z.string(),
  column: z.string(),
  rows: z.number().int().nullable(),
  why: z.enum(['record', 'organisation', 'others', 'unexpected']),
})

export const proofSchema = z
  .strictObject({
    format: z.literal('skillmap-erasure'),
    version: z.literal(1),
    id: uuid,
    personId: uuid,
    erasedBy: uuid.nullable(),
    erasedAt: moment,
    rowsRemoved: z.number().int(),
    tablesCleared: z.number().int(),
    columnsSearched: z.number().int(),
    remaining: z.array(mentionSchema),
  })
  .openapi('ErasureProof') satisfies z.ZodType<ErasureProof>
