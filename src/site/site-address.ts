// Where every page of a published site lies, and how one page names another.
import type { Framework } from '../core/framework/framework.ts'
import { findMove, findRole, findSkill } from '../core/framework/look-up.ts'
import { STAY } from '../core/target/target.ts'
import { kindsThere } from './kinds-there.ts'

/** The program's address of a page, as its links name it. */
export interface Destination {
  to?: string
  params?: Readonly<Record<string, string>>
  search?: Readonly<Record<string, string | undefined>>
  hash?: string
}

/** Where the page about the numbers tells of hard and soft skills. */
export const HARD_AND_SOFT = 'hard-and-soft'

export const rolePage = (role: string) => `roles/${role}.html`
export const pathPage = (path: string) => `paths/${path}.html`
export const skillPage = (skill: string) => `skills/${skill}.html`
/** `to`: a role id or `stay`. */
export const movePage = (from: string, to: string) => `moves/${from}/${to}.html`

const FIXED: Readonly<Record<string, string>> = {
  '/': 'index.html',
  '/roles': 'roles.html',
  '/skills': 'skills.html',
  '/told': 'search.html',
}

/** Up from a page to the folder of the site: '' or '../' or '../../'. */
export function wayUp(page: string): string {
  return '../'.repeat(page.split('/').length - 1)
}

/**
 * A file of the site, from its folder, with the fragment that says the rest; null for what a site does not have,
 * such as one's own ratings.
 */
export function siteAddress(
  framework: Framework,
  { to = '/', params = {}, search = {}, hash }: Destination,
): string | null {
  const fragment = hash === undefined || hash === '' ? '' : `#${hash}`
  const { role = '', skill = '', path = '', from = '', a = '', b = '' } = params
  switch (to) {
    case '/role/$role':
      return findRole(framework, role) ? rolePage(role) + fragment : null
    case '/skill/$skill':
      return findSkill(framework, skill) ? skillPage(skill) + fragment : null
    case '/path/$path':
      return framework.paths.some((one) => one.id === path) ? pathPage(path) : null
    case '/move/$from/$to':
      return hasMovePage(framework, from, params.to ?? '') ? movePage(from, params.to ?? '') : null
    case '/compare/$a/$b':
      return `compare.html#${new URLSearchParams({ a, b })}`
    case '/matrix':
      return `matrix.html${stateFragment(search)}`
    case '/glossary':
      return `glossary.html${fragment}`
    case '/about-numbers':
      return `about.html${fragment}`
    case '/about-skills':
      return kindsThere(framework).length === 2 ? `about.html#${HARD_AND_SOFT}` : null
    case '/map':
    case '/focus':
      return `try.html${stateFragment(search)}`
    default:
      return FIXED[to] ?? null
  }
}

export function stateFragment(search: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(search).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return given.length === 0 ? '' : `#${new URLSearchParams(given)}`
}

function hasMovePage(framework: Framework, from: string, to: string): boolean {
  return (
    findRole(framework, from) !== undefined && (to === STAY || findMove(framework, from, to) !== undefined)
  )
}
