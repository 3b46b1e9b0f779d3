// Whether whoever reads keeps the organisation's list of people.
import type { Session } from './api-organisation.ts'

export function keepsPeople(session: Session | undefined): boolean {
  return session?.kind === 'team' && session.adminOf.includes('people')
}
