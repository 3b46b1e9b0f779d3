// The tables of what is handed over inside an organisation, as Kysely sees them; the SQL in migrations/ is the truth.

import type { Generated } from 'kysely'
import type { HandoverContent } from '../../core/handover/handover.ts'
import type { Json } from '../json-column.ts'

export interface HandoverTable {
  org_id: string
  id: string
  owner_id: string
  recipient_id: string
  framework_digest: string
  content: Json<HandoverContent>
  audience: Generated<string>
  handed_over_at: string
  released_at: string | null
  withdrawn_at: Generated<string | null>
}

export interface ExportNoticeTable {
  org_id: string
  id: string
  owner_id: string
  view: string
  exported_by: string
  exported_at: string
  purpose: string
  audience: Generated<string>
}
