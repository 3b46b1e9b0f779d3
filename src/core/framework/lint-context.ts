// What every rule of lint needs: the framework, its places, and a way to report.
import { shown } from './describe-issue.ts'
import type { Framework } from './framework.ts'
import { didYouMean } from './nearest-word.ts'
import { errorAt, type Problem, warningAt } from './problem.ts'
import { placeOf, type SourceMap } from './source-map.ts'

export interface LintContext {
  framework: Framework
  roles: ReadonlySet<string>
  skills: ReadonlySet<string>
  groups: ReadonlySet<string>
  paths: ReadonlySet<string>
  /** Highest level of the scale. */
  top: number
  /** `key` names a part of the framework as in the source map. */
  error(key: string, message: string, mend: string): void
  warning(key: string, message: string, mend: string): void
  /** Reports an id that nothing has; false where it does. Things that could not be read count as known. */
  isKnown(kind: string, id: string, known: ReadonlySet<string>, key: string, where: string): boolean
  has(key: string): boolean
}

const MOST_SUGGESTIONS = 500

export function lintContext(
  framework: Framework,
  sources: SourceMap,
  unreadable: ReadonlySet<string>,
  problems: Problem[],
): LintContext {
  const error = (key: string, message: string, mend: string) => {
    // Something is missing there that could not be read, which is a problem already.
    if (unreadable.has(key)) return
    problems.push(errorAt(placeOf(sources, key), message, mend))
  }
  let suggestions = 0
  return {
    framework,
    roles: idsOf(framework.roles),
    skills: idsOf(framework.skills),
    groups: idsOf(framework.groups),
    paths: idsOf(framework.paths),
    top: framework.scale.at(-1)?.level ?? 0,
    error,
    warning: (key, message, mend) => void problems.push(warningAt(placeOf(sources, key), message, mend)),
    isKnown(kind, id, known, key, where) {
      if (known.has(id) || unreadable.has(id)) return known.has(id)
      const otherwise = `Correct the id, or add the ${kind} where it is missing.`
      // Comparing with every known word takes a while, and nobody reads thousands of suggestions.
      const mend = suggestions++ < MOST_SUGGESTIONS ? didYouMean(id, known, otherwise) : otherwise
      error(key, `There is no ${kind} "${shown(id)}"${where}.`, mend)
      return false
    },
    has: (key) => sources.has(key),
  }
}

function idsOf(things: { id: string }[]): Set<string> {
  return new Set(things.map((thing) => thing.id))
}

/** Calls back for the second and every further thing of the same name, with its number. */
export function eachRepeated<T>(
  things: T[],
  nameOf: (thing: T) => string,
  report: (name: string, number: number) => void,
): void {
  const counts = new Map<string, number>()
  for (const thing of things) {
    const name = nameOf(thing)
    const number = (counts.get(name) ?? 0) + 1
    counts.set(name, number)
    if (number > 1) report(name, number)
  }
}
