// Registers the places of a value that was read from YAML, named by the ids in it.
import { lineOfMember } from './check-shape.ts'
import type { Lines } from './read-yaml.ts'
import { addPlace, entryName, type SourceMap } from './source-map.ts'

export function namePlaces(
  value: unknown,
  lines: Lines,
  prefix: string,
  file: string,
  sources: SourceMap,
): void {
  if (typeof value !== 'object' || value === null) return
  const isList = Array.isArray(value)
  for (const [name, member] of Object.entries(value)) {
    const line = lineOfMember(lines, value, name)
    if (line === undefined) continue
    const wanted = `${prefix}/${isList ? entryName(member, name) : name}`
    const key = addPlace(sources, wanted, { file, line })
    namePlaces(member, lines, key, file, sources)
  }
}
