// Which addresses may be opened from what somebody wrote.

const WEB = /^https?:\/\/[^\s/?#]+/i
// Browsers drop tabs and line ends inside an address, and a backslash leads elsewhere than it says.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly what is looked for
const STRANGE = /[\u0000-\u0020\u007f\\]/

/** An address of the web, by its full name: no script, no file, nothing relative. */
export function isSafeLink(address: string): boolean {
  return WEB.test(address) && !STRANGE.test(address)
}

const MAIL = /^mailto:[^\s@?]+@[^\s@?]+$/i

/** The same, or a mail address: for links inside a text. */
export function isSafeTextLink(address: string): boolean {
  return isSafeLink(address) || (MAIL.test(address) && !STRANGE.test(address))
}
