// The tables of the record and of erasures as Kysely sees them; the SQL in migrations/ is the truth.

import type { ColumnType } from 'kysely'
import type { ErasureProof } from '../../core/audit/erasure-proof.ts'
import type { Json } from '../json-column.ts'

/** Counted by the database, never written. */
export type Seq = ColumnType<number, number, never>

export interface AuditTable {
  org_id: string
  seq: Seq
  at: string
  actor_id: string | null
  action: string
  noun: string
  object_id: string
  revision_id: string | null
  salt: string | null
  previous_hash: string
  hash: string
}

export interface ErasureTable {
  org_id: string
  id: string
  person_id: string
  erased_by: string | null
  erased_at: string
  proof: Json<ErasureProof>
}
