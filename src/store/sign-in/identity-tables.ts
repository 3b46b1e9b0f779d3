// The tables of how people prove who they are, as Kysely sees them; the SQL in migrations/ is the truth.

import type { Generated } from 'kysely'
import type { AccountEventKind } from '../../core/account/account.ts'
import type { Json } from '../json-column.ts'

export interface AccountTable {
  org_id: string
  id: string
  owner_id: string
  issuer: string
  subject: string
  audience: Generated<string>
  created_at: string
  last_used_at: Generated<string | null>
}

export interface PasskeyTable {
  org_id: string
  id: string
  owner_id: string
  credential_id: string
  public_key: string
  /** A bigint, which some drivers hand out as text. */
  counter: number | string
  transports: Json<string[]>
  name: string
  audience: Generated<string>
  created_at: string
  last_used_at: Generated<string | null>
}

export interface AccountEventTable {
  org_id: string
  id: string
  owner_id: string
  kind: AccountEventKind
  by_id: string | null
  audience: Generated<string>
  at: string
}

export interface SignInAttemptTable {
  org_id: string
  token_hash: string
  content: Json<unknown>
  expires_at: string
}

export interface SignInCountTable {
  org_id: string
  key_hash: string
  times: number
  expires_at: string
}
