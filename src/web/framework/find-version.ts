// Finds the version of a framework that an address means: by digest or its beginning, or the newest of an id.
import type { FrameworkVersion } from './api-versions.ts'

/** Digests are rarely typed whole; shorter beginnings would too often mean several. */
const SHORTEST_BEGINNING = 6

/** `versions` newest first. Undefined where none, or more than one, is meant. */
export function findVersion(
  versions: readonly FrameworkVersion[],
  word: string,
): FrameworkVersion | undefined {
  const newest = versions.find((version) => version.id === word)
  if (newest !== undefined) return newest
  if (word.length < SHORTEST_BEGINNING) return undefined
  const found = versions.filter((version) => version.digest.startsWith(word))
  return found.length === 1 ? found[0] : undefined
}
