// One spelling for equal values, so that a hash of it can be their identity.

/**
 * JSON without spaces and with sorted keys (RFC 8785 in spirit: keys by UTF-16 code unit, numbers as JavaScript
 * writes them). Properties that are undefined are left out; what JSON cannot say throws.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`
  if (isPlainObject(value)) return `{${canonicalMembers(value).join(',')}}`
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new TypeError(`${value} is not a JSON number.`)
  const text = JSON.stringify(value)
  if (text === undefined || (typeof value === 'object' && value !== null)) {
    throw new TypeError(`A ${typeof value} has no canonical JSON.`)
  }
  return text
}

function canonicalMembers(value: Record<string, unknown>): string[] {
  return Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`)
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
