// What signed agreements say of somebody's levels.
import { agreedNow } from '../round/agreed-now.ts'
import type { Agreement } from '../round/agreement.ts'
import type { KnownLevel } from './team-map.ts'

/** Of what both signed for development: agreements about one person. */
export function knownFromAgreements(agreements: readonly Agreement[]): KnownLevel[] {
  const ours = agreements.filter(({ purpose }) => purpose === 'development')
  return [...agreedNow(ours)].map(([skill, { level, on }]) => {
    return { skill, level, low: level, high: level, from: 'agreed', on }
  })
}
