// Keeps a spreadsheet from taking words for a formula, in a way that can be undone.

/**
 * Where a cell may begin: at the start, and after what a spreadsheet of another language takes for the end of a cell or
 * of a line (a comma file is cut at semicolons where commas stand in numbers), with or without quotes. What follows
 * could run: OWASP, "CSV Injection".
 */
const COULD_RUN = /(?<=^|[;\t\r\n])(["']*)(?=[=+\-@\t\r])/g
const WAS_MADE_INERT = /(?<=^|[;\t\r\n])(["']*)'(?=[=+\-@\t\r])/g

/** Whether a cell of these words alone would be taken for a formula. */
export function couldRun(text: string): boolean {
  return /^'*[=+\-@\t\r]/.test(text)
}

/** An apostrophe before what could run, as a person would type it; one more where apostrophes stand there already. */
export function inertText(text: string): string {
  return text.replace(COULD_RUN, "$1'")
}

/** The words as they were before `inertText`. */
export function textFromInert(text: string): string {
  return text.replace(WAS_MADE_INERT, '$1')
}
