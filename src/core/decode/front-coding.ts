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

export function fromFrontCoded(lines: readonly string[]): string[] {
  let before = ''
  return lines.map((line) => {
    before = before.slice(0, line.charCodeAt(0) - NOTHING_SHARED) + line.slice(1)
    return before
  })
}
