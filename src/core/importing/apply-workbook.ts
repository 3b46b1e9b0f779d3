// Makes of a framework and of what its workbook says now the framework that the workbook means.
import { codeFrom } from '../framework/complete-framework.ts'
import type { Role, Skill } from '../framework/framework.ts'
import { assignColours } from '../framework/group-colours.ts'
import { editLevel, editWeight } from './edit-expectations.ts'
import { editGroup, editHead, editScale, editSources } from './edit-head.ts'
import { editMove, editMoves, editMustHaves, editRole, editWeeks, pathNamed } from './edit-roles.ts'
import { editSkill, editText, removedTexts } from './edit-texts.ts'
import { nameFrom } from './naming.ts'
import { NO_DEFINITION } from './no-definition.ts'
import { settleFramework } from './settle-framework.ts'
import { editsOf, loseAt, loseEdit, type WorkbookEdit, type WorkbookEditing } from './workbook-editing.ts'
import type { OwnThing, WorkbookReading } from './workbook-reading.ts'

/** The same object where nothing was edited. `before` is the reading of the sheets as they were written. */
export function applyWorkbook(
  before: WorkbookReading,
  after: WorkbookReading,
): Pick<WorkbookEditing, 'framework' | 'losses'> {
  const { base } = before
  const told = new Set(before.losses.map(({ what, why }) => `${what} ${why}`))
  const losses = after.losses.filter(({ what, why }) => !told.has(`${what} ${why}`))
  const framework = JSON.parse(JSON.stringify(base)) as typeof base
  const editing: WorkbookEditing = { framework, before, after, losses, assumedWeights: 0 }
  const edits = [...editsOf(before, after), ...removedTexts(editing)]
  const isSame = edits.length === 0 && hasSameThings(before, after)
  if (isSame) return { framework: base, losses }
  addGroups(editing)
  const goneRoles = goneFrom(before.roles, after.roles, ['rows', 'levels'], editing)
  const goneSkills = goneFrom(before.skills, after.skills, ['texts', 'levels'], editing)
  addRoles(editing, goneRoles)
  addSkills(editing, goneSkills)
  applyNames(editing)
  applyEdits(edits, editing)
  settleFramework(editing, { roles: goneRoles, skills: goneSkills })
  return { framework, losses }
}

function hasSameThings(before: WorkbookReading, after: WorkbookReading): boolean {
  const isEqual = (one: Iterable<string>, other: Iterable<string>) =>
    [...one].join('\n') === [...other].join('\n')
  const listed = (things: Map<string, OwnThing>) =>
    [...things].map(([id, own]) => `${id} ${[...own.listed]} ${own.group}`)
  return (
    isEqual(listed(before.roles), listed(after.roles)) &&
    isEqual(listed(before.skills), listed(after.skills)) &&
    isEqual(before.groups.keys(), after.groups.keys()) &&
    isEqual(before.moves, after.moves)
  )
}

function applyEdits(edits: WorkbookEdit[], editing: WorkbookEditing): void {
  const of = (...kinds: string[]) => edits.filter(({ key }) => kinds.includes(key[0] ?? ''))
  for (const edit of of('head')) editHead(edit, editing)
  for (const edit of of('scale')) editScale(edit, editing)
  for (const edit of of('group')) editGroup(edit, editing)
  if (of('source').length > 0) editSources(editing)
  for (const edit of of('role')) editRole(edit, editing)
  for (const edit of of('skill')) editSkill(edit, editing)
  for (const edit of of('text')) editText(edit, editing)
  for (const edit of of('levels')) editLevel(edit, editing)
  for (const edit of of('weights')) editWeight(edit, editing)
  for (const edit of of('role').filter(({ key }) => key[2] === 'mustHaves')) editMustHaves(edit, editing)
  editWeeks(
    of('role').filter(({ key }) => key[2]?.startsWith('week:') ?? false),
    editing,
  )
  editMoves(editing)
  for (const edit of of('move')) editMove(edit, editing)
}

function addGroups({ framework, after }: WorkbookEditing): void {
  const fresh = [...after.groups.values()].filter(
    ({ id }) => !framework.groups.some((group) => group.id === id),
  )
  if (fresh.length === 0) return
  const colours = assignColours([
    ...framework.groups.map(({ colour }) => colour),
    ...fresh.map(() => undefined),
  ])
  for (const { id, name } of fresh) {
    const colour = colours[framework.groups.length] ?? { light: '#555555', dark: '#bbbbbb' }
    framework.groups.push({ id, name: nameFrom(name) || id, short: nameFrom(name) || id, colour })
    const assumed = `${colour.light} and ${colour.dark}`
    framework.assumptions.push({ where: 'framework.yaml', field: `groups / ${id} / colour`, assumed })
  }
}

type Listing = 'rows' | 'levels' | 'texts'

/** What is gone from every sheet that listed it. What is gone from one of two sheets stays, and that is told. */
function goneFrom(
  before: Map<string, OwnThing>,
  after: Map<string, OwnThing>,
  listings: Listing[],
  editing: WorkbookEditing,
): Set<string> {
  const gone = new Set<string>()
  for (const [id, { name, place, listed }] of before) {
    const looked = listings.filter((kind) => listed.has(kind) && editing.after.kinds.has(kind))
    const missing = looked.filter((kind) => !(after.get(id)?.listed.has(kind) ?? false))
    if (looked.length > 0 && missing.length === looked.length) gone.add(id)
    else if (missing.length > 0)
      loseAt(
        editing,
        place,
        `That "${name}" is not on this sheet any more`,
        'Another sheet still has it, so it stays.',
      )
  }
  return gone
}

function addRoles({ framework, after, losses }: WorkbookEditing, gone: ReadonlySet<string>): void {
  framework.roles = framework.roles.filter(({ id }) => !gone.has(id))
  const codes = new Set(framework.roles.map(({ code }) => code))
  for (const { id, name, place } of after.roles.values()) {
    if (framework.roles.some((role) => role.id === id)) continue
    const path =
      pathNamed(framework, after.cells.get(`role/${id}/path`)?.text ?? '') ?? framework.paths[0]?.id
    if (path === undefined || nameFrom(name) === '') {
      losses.push({ place, what: `The role "${name}"`, why: 'It has no name or no path.' })
      continue
    }
    const code = codeFrom(name, codes)
    framework.assumptions.push({ where: 'roles.yaml', field: `${id} / code`, assumed: code })
    const role: Role = { id, name: nameFrom(name), code, path, tags: [], preset: false }
    // The lowest band is where a role stands that names none.
    const [lowest] = framework.bands
    if (lowest !== undefined) role.band = lowest.band
    framework.roles.push(role)
  }
}

function addSkills(editing: WorkbookEditing, gone: ReadonlySet<string>): void {
  const { framework, after } = editing
  framework.skills = framework.skills.filter(({ id }) => !gone.has(id))
  for (const { id, name, group, place } of after.skills.values()) {
    const known = framework.skills.find((skill) => skill.id === id)
    const own = framework.groups.find((one) => one.id === group)?.id ?? framework.groups[0]?.id ?? ''
    if (known !== undefined) {
      if (group !== undefined && after.skills.get(id)?.listed.has('texts') === true) known.group = own
      continue
    }
    if (nameFrom(name) === '' || own === '')
      loseAt(editing, place, `The skill "${name}"`, 'It has no name or no group.')
    else framework.skills.push(newSkill(id, nameFrom(name), own, editing))
  }
}

function newSkill(id: string, name: string, group: string, { framework }: WorkbookEditing): Skill {
  const assumed = {
    definition: 'none given',
    kind: 'unknown',
    prerequisites: 'none',
    weeks: 'unknown',
    observability: 'unknown',
    access: 'open',
  }
  for (const [field, what] of Object.entries(assumed))
    framework.assumptions.push({ where: `skills/${id}.md`, field, assumed: what })
  return {
    ...{ id, name, kind: 'unknown', group, definition: NO_DEFINITION, confusedWith: [], phrases: [] },
    ...{ prerequisites: [], weeks: [], access: 'open', private: false, anchors: [] },
  }
}

/** A name stands on several sheets: whichever was changed counts, the sheet of its own first. */
function applyNames(editing: WorkbookEditing): void {
  const { framework, before, after } = editing
  const nouns = { role: framework.roles, skill: framework.skills }
  for (const [noun, things] of Object.entries(nouns))
    for (const thing of things) {
      const changed = ['name', 'name in levels', 'name in weights'].flatMap((field) => {
        const cell = after.cells.get(`${noun}/${thing.id}/${field}`)
        const old = before.cells.get(`${noun}/${thing.id}/${field}`)?.text
        return cell === undefined || old === undefined || cell.text === old ? [] : [cell]
      })
      const [first, ...others] = changed
      if (first === undefined) continue
      const name = nameFrom(first.text)
      if (name === '') loseEdit(editing, first, `The ${noun} needs a name; it keeps the one it had.`)
      else thing.name = name
      for (const other of others)
        if (other.text !== first.text) loseEdit(editing, other, `On another sheet it is called "${name}".`)
    }
}
