// A text source with the little that every recogniser asks about it, worked out once.
import type { ImportSource } from './import-source.ts'

export interface ImportDocument {
  path: string
  /** Without a byte order mark and with one kind of line end. */
  text: string
  /** The parsed value where the text is JSON; undefined where it is not. */
  json: unknown
}

export function documentsOf(sources: ImportSource[]): ImportDocument[] {
  return sources.flatMap((source) => {
    if (source.kind !== 'text') return []
    const text = source.text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
    return [{ path: source.path, text, json: jsonOf(text) }]
  })
}

function jsonOf(text: string): unknown {
  if (!/^\s*[{[]/.test(text)) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Whether a line at the left edge of a YAML text begins with this key. */
export function hasYamlKey(text: string, key: string): boolean {
  return new RegExp(`^${key}[ \\t]*:`, 'm').test(text)
}

/** The name without folders and ending, for naming a framework after its file. */
export function baseName(path: string): string {
  const name = path.replaceAll('\\', '/').split('/').at(-1) ?? path
  return name.replace(/\.[A-Za-z0-9]{1,5}$/, '')
}
