// Writes whole numbers that are mostly nothing short: one character says how many zeros stand before a number, and which.

/** Numbers that are frequent enough to share a character with the zeros before them. */
const FREQUENT = [1, -1, 2, -2, 3, 4]
const FIRST = 33
const KINDS = FREQUENT.length + 1
/** So many zeros take a character of their own, without a number. */
const LONG_RUN = 13
const ONLY_ZEROS = String.fromCharCode(FIRST + LONG_RUN * KINDS)
/** A rare number follows as a character of its own, from `"` (−46) over `P` (0) to `~` (46). */
const MIDDLE = 80
export const MOST = 46

/**
 * Numbers from −46 to 46; zeros at the end are left out. About a fifth shorter than one character for each number,
 * after gzip, where three quarters are zeros: gzip spends at least a bit on every character.
 */
export function runCoded(numbers: ArrayLike<number>): string {
  const parts: string[] = []
  let zeros = 0
  for (let at = 0; at < numbers.length; at += 1) {
    const number = numbers[at] as number
    if (number === 0) {
      zeros += 1
      if (zeros === LONG_RUN) {
        parts.push(ONLY_ZEROS)
        zeros = 0
      }
      continue
    }
    const kind = FREQUENT.indexOf(number)
    parts.push(String.fromCharCode(FIRST + zeros * KINDS + (kind < 0 ? FREQUENT.length : kind)))
    if (kind < 0) parts.push(String.fromCharCode(MIDDLE + number))
    zeros = 0
  }
  return parts.join('')
}

/** By character: the zeros it stands for, and the number after them; 0 where that is a character of its own, or none. */
const CODES = 128
const ZEROS = Int8Array.from({ length: CODES }, (_, code) => Math.floor((code - FIRST) / KINDS))
const NUMBERS = Int8Array.from({ length: CODES }, (_, code) => FREQUENT[(code - FIRST) % KINDS] ?? 0)

/** `count` numbers from the characters of `text` between two places; null where these are more, or cut short. */
export function fromRunCoded(text: string, start: number, end: number, count: number): Int8Array | null {
  const numbers = new Int8Array(count)
  let place = 0
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at)
    if (code < FIRST || code >= CODES) return null
    const zeros = ZEROS[code] as number
    place += zeros
    if (zeros === LONG_RUN) continue
    if (place >= count) return null
    let number = NUMBERS[code] as number
    if (number === 0) {
      at += 1
      if (at >= end) return null
      number = text.charCodeAt(at) - MIDDLE
    }
    numbers[place] = number
    place += 1
  }
  return place > count ? null : numbers
}
