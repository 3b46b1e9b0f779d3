// Names as people write them, the keys that tell whether two are the same, and the ids made of them.
import { idFrom } from '../framework/describe-issue.ts'

const LONGEST_NAME = 300
/** A database cannot keep a NUL or half a character, and nobody can read the other control characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose.
const UNREADABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b\ufeff]|[\ud800-\udfff]/gu

/** Without what cannot be shown, and without spaces at its ends. */
export function readable(text: string): string {
  return text.replace(UNREADABLE, '').trim()
}

/** Words in one line. */
export function oneLine(text: string): string {
  return readable(text).replace(/\s+/g, ' ').trim()
}

/** A name in one line, cut to what a framework's file takes. */
export function nameFrom(text: string): string {
  return cut(oneLine(text), LONGEST_NAME)
}

/** At most so many characters, never half of one. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text
  return `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`.trim()
}

/** Equal for names that differ only in case, spacing and the kind of dash or quotation mark. */
export function keyOf(name: string): string {
  return oneLine(name)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‐-―−]/g, '-')
    .replace(/[‘’´`]/g, "'")
}

/** Gives each name an id of its own: the words of the name, with a number where they are taken. */
export function idGiver(otherwise: string): (name: string, words?: number) => string {
  const taken = new Set<string>()
  return (name, words = 8) => {
    const wanted = idFrom(name, words) || otherwise
    let id = wanted
    for (let count = 2; taken.has(id); count++) id = `${wanted}-${count}`
    taken.add(id)
    return id
  }
}

const SMALL_WORDS = new Set(
  'a an and are as at be by for from has have in into is it its of on or our that the their them they this to with'.split(
    ' ',
  ),
)

/** The first four words that carry meaning, for the id of a sentence. */
export function shortPhrase(text: string): string {
  const words = text.split(/[\s,.;:()/]+/).filter((word) => word !== '')
  const telling = words.filter((word) => !SMALL_WORDS.has(word.toLowerCase()))
  return (telling.length > 0 ? telling : words).slice(0, 4).join(' ')
}

/** The same function, which reads each text once: grids repeat their names and levels a hundred thousand times. */
export function remembered<Value>(read: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>()
  return (text) => {
    const value = known.get(text)
    if (value !== undefined || known.has(text)) return value as Value
    const fresh = read(text)
    known.set(text, fresh)
    return fresh
  }
}
