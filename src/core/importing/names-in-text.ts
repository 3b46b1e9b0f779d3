// Finds names in a list with commas between them, where a name may hold a comma of its own.
import { keyOf } from './naming.ts'

/** Ids in the order of the text, and what of it is no name. */
export function namesInText(
  text: string,
  things: readonly { id: string; name: string }[],
): { ids: string[]; rest: string } {
  let left = keyOf(text)
  const found: { id: string; place: number }[] = []
  // Longest first, so that a name inside another one is not taken for it.
  for (const { id, name } of things.toSorted((a, b) => b.name.length - a.name.length)) {
    const key = keyOf(name)
    const place = placeOf(key, left)
    if (place < 0) continue
    left = left.slice(0, place) + ' '.repeat(key.length) + left.slice(place + key.length)
    found.push({ id, place })
  }
  return {
    ids: found.sort((a, b) => a.place - b.place).map(({ id }) => id),
    rest: left.replace(/[\s,;]+/g, ' ').trim(),
  }
}

/** Where the name stands with nothing but commas and spaces around it. */
function placeOf(key: string, text: string): number {
  if (key === '') return -1
  for (let place = text.indexOf(key); place >= 0; place = text.indexOf(key, place + 1)) {
    const [before, after] = [text.slice(0, place), text.slice(place + key.length)]
    if (/(?:^|[,;]|\s{2})\s*$/.test(before) && /^\s*(?:$|[,;]|\s{2})/.test(after)) return place
  }
  return -1
}
