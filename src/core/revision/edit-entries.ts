// The roles, the moves and the front matter of a skill as a form fills them in: read from their file and written back.
import { fail, type Result, succeed } from '../result.ts'
import {
  addToYaml,
  type NotYaml,
  type PlainMembers,
  type PlainValue,
  parseYaml,
  setInYaml,
  type YamlPath,
} from './edit-yaml.ts'
import { isSkillPath } from './skill-path.ts'

/** What a form changes: members of one entry (null takes one out), a new entry, or one entry less. */
export type EntryEdit =
  | { kind: 'set'; at: number; members: PlainMembers }
  | { kind: 'add'; after: number; members: PlainMembers }
  | { kind: 'remove'; at: number }

/** As docs/framework-format.md writes them. */
const ORDER = {
  role: [
    'id',
    'name',
    'code',
    'path',
    'band',
    'purpose',
    'scope',
    'usual_stay',
    'week',
    'tags',
    'must_haves',
    'preset',
  ],
  move: ['from', 'to', 'kind', 'changes', 'hard', 'back', 'trial'],
  skill: [
    'name',
    'kind',
    'group',
    'prerequisites',
    'weeks',
    'observability',
    'access',
    'private',
    'first-when-below',
    'safeguard',
  ],
} as const

interface EntryFile {
  /** Where the entries are: a list, or null where the whole is one entry. */
  list: 'roles' | 'moves' | null
  order: readonly string[]
}

/** Null for files that have no form. */
export function entryFileOf(path: string): EntryFile | null {
  if (path === 'roles.yaml') return { list: 'roles', order: ORDER.role }
  if (path === 'moves.yaml') return { list: 'moves', order: ORDER.move }
  return isSkillPath(path) ? { list: null, order: ORDER.skill } : null
}

/** The entries in their order. The failure names the line that cannot be read. */
export function readEntries(path: string, text: string): Result<PlainMembers[], NotYaml> {
  const file = entryFileOf(path)
  const yaml = yamlIn(path, text)
  if (file === null || yaml === null) return fail(NO_FRONT_MATTER)
  const parsed = parseYaml(yaml.source)
  if (!parsed.ok) return fail(fromLine(parsed.failure, yaml.firstLine))
  const whole: unknown = parsed.value.toJS()
  const entries: unknown = file.list === null ? [whole] : isMembers(whole) ? whole[file.list] : null
  return succeed(Array.isArray(entries) ? entries.map((one) => (isMembers(one) ? one : {})) : [])
}

/** The file with the edit made; only what it changes is written anew. */
export function editEntries(path: string, text: string, edit: EntryEdit): Result<string, NotYaml> {
  const file = entryFileOf(path)
  const yaml = yamlIn(path, text)
  if (file === null || yaml === null) return fail(NO_FRONT_MATTER)
  const isWhole = file.list === null
  if (isWhole && edit.kind !== 'set') return fail({ line: 1, message: 'A skill is one entry.' })
  const edited = editYaml(yaml.source, file, edit)
  if (!edited.ok) return fail(fromLine(edited.failure, yaml.firstLine))
  return succeed(text.slice(0, yaml.start) + edited.value + text.slice(yaml.end))
}

function editYaml(source: string, file: EntryFile, edit: EntryEdit): Result<string, NotYaml> {
  const list: YamlPath = file.list === null ? [] : [file.list]
  if (edit.kind === 'add') return addToYaml(source, list, edit.members, edit.after)
  const at: YamlPath = file.list === null ? [] : [...list, edit.at]
  if (edit.kind === 'remove') return setInYaml(source, at, undefined)
  let edited = source
  for (const [key, value] of Object.entries(edit.members)) {
    const next = setInYaml(edited, [...at, key], value ?? undefined, file.order)
    if (!next.ok) return next
    edited = next.value
  }
  return succeed(edited)
}

const NO_FRONT_MATTER: NotYaml = {
  line: 1,
  message: 'The file does not begin with a block between two lines "---".',
}

/** The YAML of the file: all of it, or the front matter of a skill. */
function yamlIn(path: string, text: string) {
  if (!isSkillPath(path)) return { source: text, start: 0, end: text.length, firstLine: 1 }
  const found = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*\r?$/m.exec(text)
  if (found === null || found.index !== 0) return null
  const source = found[1] ?? ''
  const start = found[0].indexOf('\n') + 1
  return { source, start, end: start + source.length, firstLine: 2 }
}

function fromLine({ line, message }: NotYaml, first: number): NotYaml {
  return { line: line + first - 1, message }
}

function isMembers(value: unknown): value is Record<string, PlainValue> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
