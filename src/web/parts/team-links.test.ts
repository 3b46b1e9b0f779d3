// Under which word the pages of an organisation stand, and which of them are there for whom.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ADMIN_SCOPES } from '../../core/access/viewer.ts'
import { VIEWS } from '../../core/organisation/views.ts'
import type { Session } from '../organisation/api-organisation.ts'
import { linksFor, partOf } from './team-links.tsx'

const addressesIn = (file: string) =>
  [...readFileSync(new URL(`../${file}`, import.meta.url), 'utf8').matchAll(/path: '([^']+)'/g)].flatMap(
    (match) => match[1] ?? [],
  )

const somebody: Session = {
  ...{ kind: 'team', personId: 'me', displayName: 'Me', organisation: 'Hello Ltd', isDemo: false },
  ...{ adminOf: [], manages: false, views: [], heldBy: 0, invitedAt: null },
}
const views = VIEWS.map((view) => ({ view, purpose: 'To see.' }))
const partsOf = (session: Session) => linksFor(session).map(({ part }) => part)
const pagesOf = (session: Session) => linksFor(session).flatMap(({ links }) => links.map(({ to }) => to))

describe('the ways around of an organisation', () => {
  it('have a word for every address there is but the first page', () => {
    const lost = [...addressesIn('routes.tsx'), ...addressesIn('team-routes.tsx')].filter(
      (address) => partOf(address) === null,
    )
    expect(lost).toEqual(['/'])
  })

  it('are four words for somebody who manages nobody, and five for somebody who does', () => {
    expect(partsOf({ ...somebody, views })).toEqual(['yourself', 'others', 'framework', 'organisation'])
    expect(partsOf({ ...somebody, views, manages: true })).toContain('team')
    expect(partsOf({ ...somebody, manages: true })).not.toContain('team')
  })

  it('lead to views of several people only while they are on, and to the list only whoever keeps it', () => {
    expect(pagesOf({ ...somebody, manages: true })).not.toContain('/team-map')
    expect(pagesOf({ ...somebody, manages: true, views })).toContain('/team-map')
    expect(pagesOf({ ...somebody, views })).not.toContain('/organisation/people')
    expect(pagesOf({ ...somebody, adminOf: [...ADMIN_SCOPES] })).toContain('/organisation/people')
  })

  it('name no page twice', () => {
    const all = pagesOf({ ...somebody, views, manages: true, adminOf: [...ADMIN_SCOPES] })
    expect(new Set(all).size).toBe(all.length)
  })
})
