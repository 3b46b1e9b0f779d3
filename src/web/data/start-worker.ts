// Starts a thread of the program's own; the one place that may name a script's address to the browser.

interface AddressPolicy {
  createScriptURL(address: string): unknown
}

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: (address: string) => string }): AddressPolicy
}

let policy: AddressPolicy | null = null

/** `address` is the bundled file of a worker; anything from elsewhere is refused. */
export function startWorker(address: string): Worker {
  return new Worker(trusted(address) as string, { type: 'module' })
}

/** Browsers without Trusted Types take the plain address; the content policy still holds there. */
function trusted(address: string): unknown {
  const known = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes
  if (known === undefined) return ownAddress(address)
  policy ??= known.createPolicy('skillmap', { createScriptURL: ownAddress })
  return policy.createScriptURL(address)
}

function ownAddress(address: string): string {
  const { origin, href } = new URL(address, location.href)
  if (origin !== location.origin) throw new Error(`No worker is started from ${origin}.`)
  return href
}
