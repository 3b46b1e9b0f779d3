// Where the session at the provider can be ended too: carried from signing out to the page that says one is out.

const KEY = 'skillmap-provider-goodbye'

export function keepProviderGoodbye(url: string | null): void {
  if (url === null) sessionStorage.removeItem(KEY)
  else sessionStorage.setItem(KEY, url)
}

/** Asked once; an address of the web, or nothing. */
export function takeProviderGoodbye(): string | null {
  const url = sessionStorage.getItem(KEY)
  sessionStorage.removeItem(KEY)
  return url !== null && /^https?:\/\//.test(url) ? url : null
}
