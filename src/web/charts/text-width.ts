// How wide a text will be, near enough to place things beside it before anything is drawn.

/** Advance widths in hundredths of an em, measured in Source Sans 3 at weight 500. */
const ADVANCES: Readonly<Record<string, number>> = {
  ' ': 20,
  '\u00a0': 20,
  '&': 62,
  "'": 26,
  '(': 31,
  ')': 31,
  ',': 26,
  '-': 32,
  '.': 26,
  '/': 35,
  ':': 26,
  '·': 26,
  '→': 100,
  '–': 48,
  '½': 82,
  '¼': 79,
  '¾': 80,
  '%': 83,
  '’': 26,
  '…': 96,
  A: 55,
  B: 59,
  C: 57,
  D: 62,
  E: 53,
  F: 50,
  G: 62,
  H: 66,
  I: 27,
  J: 49,
  K: 59,
  L: 49,
  M: 74,
  N: 65,
  O: 67,
  P: 57,
  Q: 67,
  R: 58,
  S: 54,
  T: 54,
  U: 65,
  V: 53,
  W: 79,
  X: 53,
  Y: 49,
  Z: 54,
  a: 51,
  b: 56,
  c: 46,
  d: 56,
  e: 50,
  f: 30,
  g: 51,
  h: 55,
  i: 25,
  j: 25,
  k: 51,
  l: 26,
  m: 84,
  n: 55,
  o: 55,
  p: 56,
  q: 56,
  r: 36,
  s: 42,
  t: 35,
  u: 55,
  v: 48,
  w: 73,
  x: 46,
  y: 48,
  z: 43,
}

/** For letters that were not measured, such as accented or Greek ones. */
const WIDE_ENOUGH = 58
/** Faces that stand in for Source Sans are wider by up to about a twelfth. */
const FALLBACK_ALLOWANCE = 1.06

/** Width in the units of `size`, a little generous; `tracking` is the letter spacing in em. */
export function textWidth(text: string, size: number, tracking = 0): number {
  let hundredths = 0
  for (const letter of text) hundredths += (ADVANCES[letter] ?? WIDE_ENOUGH) + tracking * 100
  return (hundredths / 100) * size * FALLBACK_ALLOWANCE
}

/** At most two lines, broken after the first word: "Senior / engineering manager". */
export function afterFirstWord(name: string): string[] {
  const space = name.trim().indexOf(' ')
  return space < 0 ? [name.trim()] : [name.trim().slice(0, space), name.trim().slice(space + 1)]
}

/** Two lines of nearly equal width where one would be wider than `width`. */
export function balanced(name: string, size: number, width: number): string[] {
  if (textWidth(name, size) <= width) return [name]
  const words = name.split(' ')
  const breaks = words.slice(1).map((_, index) => {
    const lines = [words.slice(0, index + 1).join(' '), words.slice(index + 1).join(' ')]
    return { lines, width: Math.max(...lines.map((line) => textWidth(line, size))) }
  })
  return breaks.toSorted((a, b) => a.width - b.width)[0]?.lines ?? [name]
}

/** As many lines as it takes; a word that is wider than `width` has a line to itself. */
export function wrapped(text: string, size: number, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word
    if (lines.length > 0 && textWidth(longer, size) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

/** Labels never stand below 12 CSS pixels: the size in units for a picture drawn at `scale` pixels per unit. */
export function labelSize(scale: number): number {
  return scale > 0 ? Math.max(12.5, 12 / scale) : 12.5
}
