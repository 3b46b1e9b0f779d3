// Pairs the things of two versions: by id, then by the same name, then by words alike.

import { wordsOf } from './compare-wording.ts'
import type { Match, Named, Pairing } from './framework-diff.ts'
import { matchTexts } from './match-texts.ts'

/** The same name under another id is most likely the same thing, but nobody said so. */
const SAME_NAME_CONFIDENCE = 0.9

/**
 * `textOf` gives the words by which a thing is recognised when its id and name are gone; without it only ids and
 * names count. Each thing is paired at most once.
 */
export function pairParts<Part extends Named>(
  before: readonly Part[],
  after: readonly Part[],
  textOf?: { before: (part: Part) => string; after: (part: Part) => string },
): Pairing {
  const pairs = new Map<string, string>()
  const match = new Map<string, Match>()
  const pair = (old: string, fresh: string, how: Match) => {
    pairs.set(old, fresh)
    match.set(fresh, how)
  }
  const freshIds = new Set(after.map((part) => part.id))
  for (const { id } of before) if (freshIds.has(id)) pair(id, id, { by: 'id' })
  const gone = () => before.filter((part) => !pairs.has(part.id))
  const fresh = () => after.filter((part) => !match.has(part.id))
  const byName = new Map(fresh().map((part) => [nameKey(part), part.id]))
  for (const part of gone()) {
    const name = nameKey(part)
    const found = name === '' ? undefined : byName.get(name)
    if (found !== undefined && !match.has(found))
      pair(part.id, found, { by: 'text', confidence: SAME_NAME_CONFIDENCE })
  }
  if (textOf !== undefined) {
    const left = gone().map((part) => ({ key: part.id, text: textOf.before(part) }))
    const right = fresh().map((part) => ({ key: part.id, text: textOf.after(part) }))
    for (const one of matchTexts(left, right)) {
      // Even the same words under another id and name are no certainty.
      const confidence = Math.min(one.confidence, SAME_NAME_CONFIDENCE)
      pair(one.before, one.after, { by: 'text', confidence })
    }
  }
  return { after: pairs, before: new Map([...pairs].map(([old, id]) => [id, old])), match }
}

function nameKey(part: Named): string {
  return wordsOf(part.name).join(' ')
}

/** Whether the order of what is in both versions changed. */
export function isReordered(before: readonly string[], after: readonly string[], pairing: Pairing): boolean {
  const kept = before.map((id) => pairing.after.get(id)).filter((id): id is string => id !== undefined)
  const places = new Map(after.map((id, index) => [id, index]))
  return kept.some(
    (id, index) => index > 0 && (places.get(kept[index - 1] ?? '') ?? 0) > (places.get(id) ?? 0),
  )
}
