// Writes plain words as Markdown that reads back as the same words, with as few backslashes as that takes.

/** One line; runs of spaces and line breaks become one space. For text behind a dash or at the start of a line. */
export function markdownLine(text: string): string {
  return escapeStart(escapeInside(oneLine(text)))
}

/** For text that has something in front of it on its line. */
export function markdownInside(text: string): string {
  return escapeInside(oneLine(text))
}

/** Paragraphs, which an empty line divides. */
export function markdownParagraphs(text: string): string {
  return text
    .split(/\n[^\S\n]*\n/)
    .map(markdownLine)
    .filter((paragraph) => paragraph !== '')
    .join('\n\n')
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** A "_" inside a word means nothing in Markdown, nor does a "&" that begins no character reference. */
function escapeInside(text: string): string {
  return text
    .replace(/[\\`*[\]<]/g, '\\$&')
    .replace(/&(?=#?[a-z0-9]+;)/gi, '\\&')
    .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\_')
}

/** Marks that would make a heading, a list, a quotation, a rule or code of the line. */
function escapeStart(text: string): string {
  return text.replace(/^(?:[-+>=~]|#{1,6}(?=\s|$))/, '\\$&').replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
}
