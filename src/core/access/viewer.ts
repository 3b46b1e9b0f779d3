// Who is looking: the person behind a request, with the grants that were read for this very request.

/** A field of administration. It never includes reading what people wrote about themselves. */
export type AdminScope = 'people' | 'frameworks' | 'backups' | 'rounds' | 'views' | 'audit'

/** In the order in which they are shown. */
export const ADMIN_SCOPES: readonly AdminScope[] = [
  'people',
  'frameworks',
  'rounds',
  'views',
  'audit',
  'backups',
]

/** One line of the organisation chart: the viewer managed this person between two dates. */
export interface Report {
  personId: string
  /** ISO date, inclusive. */
  from: string
  /** ISO date, inclusive; null while it lasts. */
  until: string | null
}

export interface Viewer {
  orgId: string
  /** Null before anybody has signed in: a visitor sees nothing that belongs to a person. */
  personId: string | null
  adminOf: AdminScope[]
  reports: Report[]
}

/** A person without any grant beyond what is their own. */
export function ordinaryViewer(orgId: string, personId: string): Viewer {
  return { orgId, personId, adminOf: [], reports: [] }
}

/** Somebody whose session is not known yet. */
export function visitor(orgId: string): Viewer {
  return { orgId, personId: null, adminOf: [], reports: [] }
}
