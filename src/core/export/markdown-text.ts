// Text of people inside Markdown: a day, and words that cannot become markup.

export function day(iso: string): string {
  return iso.slice(0, 10)
}

/** One line, with every character that Markdown or HTML could take for markup made harmless. */
export function plain(words: string): string {
  return words.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_{}[\]<>#|~!&]/g, (mark) => `\\${mark}`)
}
