// Where to go after signing in: a path of our own, whatever a link asked for.

/** A slash, then printable ASCII without a backslash; a second slash would name another site. */
const OWN = /^\/(?!\/)[!-[\]-~]*$/
/** Pages of getting in lead nowhere by themselves, and the API is no page. */
const NOT_A_PAGE = /^\/(sign-in|signed-out|join|api)([/?#]|$)/
const LONGEST = 1000

/** The path asked for, or `/`. */
export function ownPath(asked: string | null | undefined): string {
  const path = asked ?? '/'
  return path.length <= LONGEST && OWN.test(path) && !NOT_A_PAGE.test(path) ? path : '/'
}
