// What taking a role, a move or a skill out of a framework would do: what depends on it, and the files without it.
import type { FolderFile } from '../framework/framework-files.ts'
import { type EntryEdit, editEntries, readEntries } from './edit-entries.ts'
import { editCell, readCells } from './edit-expectations.ts'
import { type PlainMembers, type PlainValue, parseYaml, setInYaml, type YamlPath } from './edit-yaml.ts'
import { skillOfPath } from './skill-path.ts'

export type Removable =
  | { kind: 'role'; id: string }
  | { kind: 'skill'; id: string }
  | { kind: 'move'; from: string; to: string }

/** Something that names what is taken out. */
export interface Dependent {
  kind: 'expectation' | 'move' | 'must-have' | 'prerequisite' | 'translation' | 'framework' | 'mention'
  file: string
  count: number
  /** Of what is found there: roles, skills, or places in framework.yaml. */
  names: string[]
  /** False: it stays, and has to be mended by hand. */
  goes: boolean
}

export interface RemovalPlan {
  dependents: Dependent[]
  /** Files that change, with what they would say; null: the file goes. */
  files: { path: string; text: string | null }[]
}

/** Null where the framework has nothing of the kind, or a file that names it cannot be read. */
export function planRemoval(files: readonly FolderFile[], what: Removable): RemovalPlan | null {
  const work = new Work(files)
  const done =
    what.kind === 'role'
      ? takeRole(work, what.id)
      : what.kind === 'skill'
        ? takeSkill(work, what.id)
        : takeMove(work, what)
  return done && !work.failed ? work.plan() : null
}

/** The files as they become, and what was found on the way. */
class Work {
  failed = false
  #before: Map<string, string>
  #texts: Map<string, string | null>
  #dependents: Dependent[] = []

  constructor(files: readonly FolderFile[]) {
    this.#before = new Map(files.map(({ path, text }) => [path, text]))
    this.#texts = new Map(this.#before)
  }

  paths(): string[] {
    return [...this.#before.keys()]
  }

  text(path: string): string | null {
    return this.#texts.get(path) ?? null
  }

  put(path: string, text: string | null): void {
    this.#texts.set(path, text)
  }

  entries(path: string): PlainMembers[] {
    const text = this.text(path)
    if (text === null) return []
    const read = readEntries(path, text)
    if (read.ok) return read.value
    this.failed = true
    return []
  }

  edit(path: string, edit: EntryEdit): void {
    const edited = editEntries(path, this.text(path) ?? '', edit)
    if (edited.ok) this.put(path, edited.value)
    else this.failed = true
  }

  found(kind: Dependent['kind'], file: string, names: readonly string[], goes = true): void {
    if (names.length > 0)
      this.#dependents.push({ kind, file, count: names.length, names: [...new Set(names)], goes })
  }

  plan(): RemovalPlan {
    const files = [...this.#texts]
      .filter(([path, text]) => text !== this.#before.get(path))
      .map(([path, text]) => ({ path, text }))
    return { dependents: this.#dependents, files }
  }
}

function takeRole(work: Work, id: string): boolean {
  const at = work.entries('roles.yaml').findIndex((role) => role.id === id)
  if (at < 0) return false
  work.edit('roles.yaml', { kind: 'remove', at })
  takeExpectations(work, (role) => role === id)
  takeMoves(work, (move) => move.from === id || move.to === id)
  takeFromFramework(work, 'role', id)
  return true
}

function takeSkill(work: Work, id: string): boolean {
  const path = `skills/${id}.md`
  if (work.text(path) === null) return false
  work.put(path, null)
  const translations = work.paths().filter((one) => one.startsWith(`skills/${id}.`) && one !== path)
  for (const one of translations) work.put(one, null)
  work.found('translation', path, translations)
  takeExpectations(work, (_role, skill) => skill === id)
  takeMustHaves(work, id)
  takePrerequisites(work, id)
  takeFromFramework(work, 'skill', id)
  return true
}

function takeMove(work: Work, { from, to }: { from: string; to: string }): boolean {
  const at = work.entries('moves.yaml').findIndex((move) => move.from === from && move.to === to)
  if (at < 0) return false
  work.edit('moves.yaml', { kind: 'remove', at })
  return true
}

function takeExpectations(work: Work, isMeant: (role: string, skill: string) => boolean): void {
  const path = 'expectations.csv'
  let text = work.text(path)
  if (text === null) return
  const names: string[] = []
  for (const [role, skills] of readCells(text))
    for (const skill of skills.keys()) {
      if (!isMeant(role, skill)) continue
      names.push(isMeant(role, '') ? skill : role)
      text = editCell(text, { role, skill }, { level: 0, weight: 0 }) ?? text
    }
  work.put(path, text)
  work.found('expectation', path, names)
}

function takeMoves(work: Work, isMeant: (move: PlainMembers) => boolean): void {
  const moves = work.entries('moves.yaml')
  const names = moves.filter(isMeant).map((move) => `${move.from} > ${move.to}`)
  for (let at = moves.length - 1; at >= 0; at -= 1)
    if (isMeant(moves[at] ?? {})) work.edit('moves.yaml', { kind: 'remove', at })
  work.found('move', 'moves.yaml', names)
}

function takeMustHaves(work: Work, skill: string): void {
  const names: string[] = []
  for (const [at, role] of work.entries('roles.yaml').entries()) {
    const left = without(role.must_haves, skill)
    if (left === undefined) continue
    names.push(String(role.id))
    work.edit('roles.yaml', { kind: 'set', at, members: { must_haves: left } })
  }
  work.found('must-have', 'roles.yaml', names)
}

function takePrerequisites(work: Work, skill: string): void {
  for (const path of work.paths()) {
    const other = skillOfPath(path)
    const text = work.text(path)
    if (other === null || text === null) continue
    const left = without(work.entries(path)[0]?.prerequisites, skill)
    if (left !== undefined) {
      work.edit(path, { kind: 'set', at: 0, members: { prerequisites: left } })
      work.found('prerequisite', path, [other])
    }
    if (text.includes(`- \`${skill}\``)) work.found('mention', path, [other], false)
  }
}

/** What is left of a list that names it, null where nothing is; undefined where it does not. */
function without(list: PlainValue | undefined, id: string): PlainValue | undefined {
  if (!Array.isArray(list) || !list.includes(id)) return undefined
  const left = list.filter((one) => one !== id)
  return left.length === 0 ? null : left
}

/** Entries about it, pairs of a line that begin or end at it, and its place in lists. */
function takeFromFramework(work: Work, kind: 'role' | 'skill', id: string): void {
  const path = 'framework.yaml'
  const text = work.text(path)
  if (text === null) return
  const parsed = parseYaml(text)
  if (!parsed.ok) {
    work.failed = true
    return
  }
  const places = placesOf(parsed.value.toJS(), { kind, id }, [])
  let left = text
  // From the end, so that the places of those before still hold.
  for (const place of places.toReversed()) {
    const edited = setInYaml(left, place, undefined)
    if (edited.ok) left = edited.value
  }
  work.put(path, left)
  work.found(
    'framework',
    path,
    places.map((place) => String(place[place[0] === 'layout' ? 1 : 0])),
  )
}

interface Named {
  kind: 'role' | 'skill'
  id: string
}

/** Lists of pairs of roles, under these keys. */
const LINES = ['legs', 'start-diagonal']

function placesOf(value: PlainValue, named: Named, path: YamlPath): YamlPath[] {
  if (Array.isArray(value))
    return value.flatMap((item, index): YamlPath[] => {
      const here = [...path, index]
      return isAbout(item, named, String(path.at(-1))) ? [here] : placesOf(item, named, here)
    })
  if (!isMembers(value)) return []
  return Object.entries(value).flatMap(([key, member]) => placesOf(member, named, [...path, key]))
}

/** `list`: the key under which the list of the item stands. */
function isAbout(item: PlainValue, { kind, id }: Named, list: string): boolean {
  if (isMembers(item)) return item[kind] === id
  if (Array.isArray(item)) return kind === 'role' && LINES.includes(list) && item.includes(id)
  return item === id && list === `${kind}s`
}

function isMembers(value: PlainValue): value is PlainMembers {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
