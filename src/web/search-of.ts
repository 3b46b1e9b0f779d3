// What may stand behind the question mark of an address: what was given as it should be, and as text.
//
// A page names every part that it reads, those that were not given as undefined: the router lets what a page does not
// name through as it came, and takes what is undefined out of the address bar.

export type Loose = Record<string, unknown>

export function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** A day as an address writes it, such as 2026-11-27; anything else was not given. */
export function day(value: unknown): string | undefined {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined
}
