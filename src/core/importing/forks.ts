// Finds where a ladder forks: neighbouring roles of one name that differ only in what stands in brackets.
import { keyOf, nameFrom } from './naming.ts'

export interface PlacedRole {
  path: string
  /** Altitude, from 1. */
  band: number
  bandName: string
}

/** For roles from the lowest up, the path and altitude of each. `trunk` names the path of roles without a fork. */
export function placeForks(names: string[], trunk: string): PlacedRole[] {
  const parts = names.map(splitBrackets)
  let band = 0
  return parts.map(({ base, inside }, index) => {
    const before = parts[index - 1]
    const isSibling =
      before !== undefined && inside !== '' && before.inside !== '' && keyOf(before.base) === keyOf(base)
    if (!isSibling) band++
    const after = parts[index + 1]
    const isFork =
      isSibling ||
      (inside !== '' && after !== undefined && after.inside !== '' && keyOf(after.base) === keyOf(base))
    return { path: isFork ? inside : trunk, band, bandName: base }
  })
}

function splitBrackets(name: string): { base: string; inside: string } {
  const [, base = name, inside = ''] = /^(.*\S)\s*[([]([^()[\]]+)[)\]]\s*$/.exec(nameFrom(name)) ?? []
  return { base: nameFrom(base), inside: nameFrom(inside) }
}
