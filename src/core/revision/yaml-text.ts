// Writes single values as YAML in one line, as plainly as they can be read back.
import { parseDocument, type Scalar } from 'yaml'
import type { PlainValue } from './edit-yaml.ts'

interface Manner {
  /** How the value that stood there was written. */
  style?: Scalar['type'] | undefined
  /** Inside brackets, where commas part. */
  inFlow?: boolean
}

export function scalarText(value: string | number | boolean | null, manner: Manner = {}): string {
  if (typeof value !== 'string') return String(value)
  if (manner.style === 'QUOTE_SINGLE' && !/[\r\n]/.test(value)) return `'${value.replaceAll("'", "''")}'`
  if (manner.style === 'QUOTE_DOUBLE' || !readsAsItself(value, manner.inFlow ?? false))
    return JSON.stringify(value)
  return value
}

/** A list or a mapping, in brackets. `isPadded`: with a space inside those of a list. */
export function flowText(value: PlainValue, isPadded = false): string {
  if (Array.isArray(value)) {
    const items = value.map((item) => flowText(item, isPadded)).join(', ')
    return isPadded && items !== '' ? `[ ${items} ]` : `[${items}]`
  }
  if (typeof value !== 'object' || value === null) return scalarText(value, { inFlow: true })
  const members = Object.entries(value).map(([key, member]) => `${key}: ${flowText(member, isPadded)}`)
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`
}

/** The only sure way to know whether a text needs quotes is to read it. */
function readsAsItself(value: string, inFlow: boolean): boolean {
  if (value === '' || /[\r\n\t\u0085\u2028\u2029]/.test(value) || value.trim() !== value) return false
  const source = inFlow ? `k: { v: [${value}, 0] }` : `k:\n  v: ${value}\n`
  const document = parseDocument(source, { schema: 'core', merge: false, prettyErrors: false })
  if (document.errors.length > 0) return false
  return document.getIn(inFlow ? ['k', 'v', 0] : ['k', 'v']) === value
}
