// Which role a destination stands for: staying aims at the current role itself.

import { STAY, type Target } from './target.ts'

/** `stay` → the current role; anything else is a role id already. */
export function destinationRole(currentRole: string, destination: string): string {
  return destination === STAY ? currentRole : destination
}

/** The roles of all destinations, in the person's order and once each; empty while undecided. */
export function destinationRoles(target: Pick<Target, 'role' | 'destinations'>): string[] {
  return [...new Set(target.destinations.map((destination) => destinationRole(target.role, destination)))]
}
