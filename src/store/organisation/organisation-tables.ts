// The tables of an organisation on a server of its own, as Kysely sees them; the SQL in migrations/ is the truth.

import type { Generated } from 'kysely'
import type { AdminScope } from '../../core/access/viewer.ts'

export interface TeamTable {
  org_id: string
  id: string
  name: string
  parent_id: string | null
  ended_on: string | null
  created_at: string
}

interface DatedLine {
  org_id: string
  id: string
  owner_id: string
  from_on: string
  until_on: string | null
  audience: Generated<string>
}

export interface TeamMemberTable extends DatedLine {
  team_id: string
}

export interface ManagementTable extends DatedLine {
  manager_id: string
}

export interface HeldRoleTable extends DatedLine {
  framework_id: string
  role: string
}

export interface AdminGrantTable {
  org_id: string
  id: string
  owner_id: string
  scope: AdminScope
  granted_by: string | null
  granted_at: string
  ended_at: Generated<string | null>
  audience: Generated<string>
}

export interface InvitationTable {
  org_id: string
  id: string
  owner_id: string
  token_hash: string
  invited_by: string | null
  invited_at: string
  expires_at: string
  used_at: Generated<string | null>
  audience: Generated<string>
}

export interface ViewSwitchTable {
  org_id: string
  id: string
  view: string
  purpose: string
  switched_on_by: string | null
  switched_on_at: string
  ended_at: Generated<string | null>
}
