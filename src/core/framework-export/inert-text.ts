// Keeps a spreadsheet from taking words for a formula, in a way that can be undone.

/** What a spreadsheet may run when it opens a CSV file (OWASP, "CSV Injection"). */
const COULD_RUN = /^'*[=+\-@\t\r]/

/** A leading apostrophe, as a person would type it; one more where apostrophes stand in front already. */
export function inertText(text: string): string {
  return COULD_RUN.test(text) ? `'${text}` : text
}

/** The words as they were before `inertText`. */
export function textFromInert(text: string): string {
  return text.startsWith("'") && COULD_RUN.test(text) ? text.slice(1) : text
}
