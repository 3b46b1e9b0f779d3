// Writes a sorted list of names short: how many letters are as in the name before, then the letters that are not.

/** Lengths are written as one character, so that a line is text. */
const NOTHING_SHARED = 33
const MOST_SHARED = 90

export function frontCoded(names: readonly string[]): string[] {
  let before = ''
  return names.map((name) => {
    let shared = 0
    while (shared < MOST_SHARED && shared < before.length && before[shared] === name[shared]) shared += 1
    before = name
    return String.fromCharCode(NOTHING_SHARED + shared) + name.slice(shared)
  })
}

/** Where a name stands in its list. */
export interface NamePlaces {
  /** From 0; undefined where the list does not have the name. */
  get: (name: string) => number | undefined
  has: (name: string) => boolean
}

const LINE_END = 10
/** FNV-1a, and a second of our own kind beside it: by one alone, one in 60,000 unknown names would be taken for a known one. */
const FIRST = { start: 0x811c9dc5 | 0, times: 0x01000193 }
const SECOND = { start: 0x2545f491, times: 0x9e3779b1 | 0 }

const nextFirst = (hash: number, letter: number) => Math.imul(hash ^ letter, FIRST.times)
const nextSecond = (hash: number, letter: number) =>
  Math.imul(((hash << 13) | (hash >>> 19)) ^ letter, SECOND.times)

/**
 * The names written between two places of `text`, one a line; null where they are not `count`, or a line shares more
 * than the one before has. No name is put together: each is known by 64 bits that are made of its letters, and what it
 * shares with the name before has been made already. Tens of thousands of strings and a `Map` of them take thrice as long.
 */
export function fromFrontCoded(text: string, start: number, end: number, count: number): NamePlaces | null {
  if (count > end - start) return null
  const firsts = new Int32Array(count)
  const seconds = new Int32Array(count)
  /** The bits of the name at hand after so many letters. */
  const first = [FIRST.start]
  const second = [SECOND.start]
  let length = 0
  let place = 0
  for (let at = start; place < count; place += 1) {
    const shared = at < end ? text.charCodeAt(at) - NOTHING_SHARED : -1
    if (shared < 0 || shared > length) return null
    length = shared
    let a = first[length] as number
    let b = second[length] as number
    at += 1
    for (; at < end; at += 1) {
      const letter = text.charCodeAt(at)
      if (letter === LINE_END) break
      a = nextFirst(a, letter)
      b = nextSecond(b, letter)
      length += 1
      first[length] = a
      second[length] = b
    }
    firsts[place] = a
    seconds[place] = b
    if (at >= end !== (place === count - 1)) return null
    at += 1
  }
  return placesOf(firsts, seconds)
}

/** A table that is a quarter to a half full; a name is at its slot or soon after. */
function placesOf(firsts: Int32Array, seconds: Int32Array): NamePlaces {
  const slots = 2 ** Math.ceil(Math.log2(2 * firsts.length + 2))
  const last = slots - 1
  /** Places from 1, as 0 is an empty slot. */
  const table = new Int32Array(slots)
  for (let place = 0; place < firsts.length; place += 1) {
    let slot = slotOf(firsts[place] as number) & last
    while (table[slot] !== 0) slot = (slot + 1) & last
    table[slot] = place + 1
  }
  const get = (name: string): number | undefined => {
    let a = FIRST.start
    let b = SECOND.start
    for (let at = 0; at < name.length; at += 1) {
      const letter = name.charCodeAt(at)
      a = nextFirst(a, letter)
      b = nextSecond(b, letter)
    }
    for (let slot = slotOf(a) & last; ; slot = (slot + 1) & last) {
      const place = (table[slot] as number) - 1
      if (place < 0) return undefined
      if (firsts[place] === a && seconds[place] === b) return place
    }
  }
  return { get, has: (name) => get(name) !== undefined }
}

function slotOf(hash: number): number {
  return hash ^ (hash >>> 15)
}
