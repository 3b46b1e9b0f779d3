// Remembers in which file and line each part of a framework was written.
import { memberOf } from './describe-issue.ts'
import type { Place } from './problem.ts'

/**
 * From a key such as `/roles/baker/week` or `/skills/oven-work/statements/turns-loaves` to its place.
 * Keys follow the framework, not its files; things with an id are named by it, moves as `from>to`, the rest by
 * their position. A second thing of the same name is `name#2`, so that duplicates can be pointed at.
 */
export type SourceMap = Map<string, Place>

/** Registers a place; returns the key it got, which carries `#2` and so on where the name was taken. */
export function addPlace(sources: SourceMap, key: string, place: Place): string {
  let free = key
  for (let count = 2; sources.has(free); count++) free = `${key}#${count}`
  sources.set(free, place)
  return free
}

/** The place of a key, or of the nearest thing around it that has one. */
export function placeOf(sources: SourceMap, key: string): Place {
  for (let around = key; around !== ''; around = around.slice(0, around.lastIndexOf('/'))) {
    const place = sources.get(around)
    if (place !== undefined) return place
  }
  return { file: fileOf(key), line: null }
}

function fileOf(key: string): string {
  const [, room = '', name = ''] = key.split('/')
  if (room === 'roles') return 'roles.yaml'
  if (room === 'moves' || room === 'moveKinds' || room === 'stay') return 'moves.yaml'
  if (room === 'expectations') return 'expectations.csv'
  if (room === 'skills') return name === '' ? 'skills' : `skills/${name}.md`
  return 'framework.yaml'
}

/** Things with an id are named by it and moves by their ends, so that the name holds when the order changes. */
export function entryName(entry: unknown, index: string): string {
  const id = memberOf(entry, 'id')
  if (typeof id === 'string') return id
  const from = memberOf(entry, 'from')
  const to = memberOf(entry, 'to')
  return typeof from === 'string' && typeof to === 'string' ? `${from}>${to}` : index
}
