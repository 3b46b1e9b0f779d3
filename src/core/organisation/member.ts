// Somebody on the organisation's list of people, and the dated lines that place them: team, manager, role.

/** ISO days, both included; `until` is null while it lasts. */
export interface Period {
  from: string
  until: string | null
}

export interface Member {
  id: string
  displayName: string
  /** Their last day; null for whoever is still there. */
  leftOn: string | null
}

export interface Team {
  id: string
  name: string
  parentId: string | null
  /** The last day of a team that is no more. */
  endedOn: string | null
}

export interface TeamMembership extends Period {
  id: string
  personId: string
  teamId: string
}

/** One line of the organisation chart. */
export interface Management extends Period {
  id: string
  /** Who is managed. */
  personId: string
  managerId: string
}

/** The role that the organisation holds somebody in. What a person says of themselves is their target. */
export interface HeldRole extends Period {
  id: string
  personId: string
  frameworkId: string
  role: string
}

/** Whether it held on a day. */
export function holdsOn(period: Period, day: string): boolean {
  return period.from <= day && (period.until === null || day <= period.until)
}
