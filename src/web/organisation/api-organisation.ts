// The part of the program's API that is about who somebody is here, and about the people of an organisation.
import type { AdminScope } from '../../core/access/viewer.ts'
import type { ViewOfSeveral } from '../../core/organisation/views.ts'
import { read } from '../api.ts'

export interface Session {
  /** One person with a data folder of their own, or the people of an organisation. */
  kind: 'personal' | 'team'
  personId: string
  displayName: string | null
  organisation: string | null
  /** Invented people, as any of whom one may look. */
  isDemo: boolean
  adminOf: AdminScope[]
  /** Whether somebody reports to them today. */
  manages: boolean
  /** The views of several people that are switched on, and what for. */
  views: { view: ViewOfSeveral; purpose: string }[]
  /** Since when there is a link that would let somebody in as them. */
  invitedAt: string | null
  /** How many colleagues said that somebody whom they kept is them. */
  heldBy: number
}

export function readSession(): Promise<Session> {
  return read('/session')
}

export interface Member {
  id: string
  displayName: string
  leftOn: string | null
  teams: { id: string; name: string }[]
  managerId: string | null
  managerName: string | null
  /** Null where the reader may not know it, too. */
  role: { frameworkId: string; role: string } | null
}

/** As many as the server sends at most. */
export const MOST_MEMBERS = 200

/** At most 200, by name: the first `skip` of them are left out, and those who have left unless asked for. */
export function findMembers(find: string, { skip = 0, left = false } = {}): Promise<Member[]> {
  const query = new URLSearchParams({
    find,
    ...(skip === 0 ? {} : { skip: String(skip) }),
    ...(left ? { left: 'yes' } : {}),
  })
  return read(`/members?${query}`)
}

/** Whoever reports to somebody today, by name; at most 200. */
export function listReportsOf(managerId: string): Promise<Member[]> {
  return read(`/members?manager=${encodeURIComponent(managerId)}`)
}

export function readMember(id: string): Promise<Member> {
  return read(`/members/${encodeURIComponent(id)}`)
}
