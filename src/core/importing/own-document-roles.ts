// Reads the roles of a Markdown document that Skillmap wrote, with what they ask for and the moves from them.
import type { Framework, Move } from '../framework/framework.ts'
import type { FrameworkFile } from '../framework/framework-file.ts'
import type { RawRole } from '../framework/roles-file.ts'
import { weightIn } from './fact-expectations.ts'
import type { Loss } from './import-source.ts'
import { namesInText } from './names-in-text.ts'
import { idGiver, keyOf } from './naming.ts'
import { type OwnBlock, type OwnItem, plain } from './own-document-blocks.ts'
import type { DocumentSkill } from './own-document-skills.ts'

/** The kind in the words of the document. */
type DocumentMove = Omit<Move, 'kind'> & { kind: string }

interface ReadRoles {
  head: Pick<FrameworkFile, 'paths' | 'bands' | 'week'>
  roles: RawRole[]
  moves: DocumentMove[]
  expectations: Framework['expectations']
}

interface RolesReading {
  skills: DocumentSkill[]
  path: string
  losses: Loss[]
  roles: RawRole[]
  expectations: Framework['expectations']
  paths: Map<string, string>
  bands: Map<number, string>
  parts: Map<string, string>
  waiting: { role: string; item: OwnItem }[]
  givePath: (name: string) => string
  givePart: (name: string) => string
}

export function readDocumentRoles(
  blocks: OwnBlock[],
  skills: DocumentSkill[],
  path: string,
  losses: Loss[],
): ReadRoles {
  const reading: RolesReading = {
    ...{ skills, path, losses, roles: [], expectations: {}, waiting: [] },
    ...{ paths: new Map(), bands: new Map(), parts: new Map() },
    ...{ givePath: idGiver('path'), givePart: idGiver('part') },
  }
  const give = idGiver('role')
  for (const block of blocks) {
    if (block.kind === 'heading')
      reading.roles.push({
        id: give(block.text, 12),
        name: block.text,
        path: pathNamed('Career path', reading),
      })
    else readBlock(block, reading.roles.at(-1), reading)
  }
  const used = new Set(reading.roles.map((role) => role.path))
  const paths = [...reading.paths].map(([name, id]) => ({ id, name })).filter(({ id }) => used.has(id))
  const bands = [...reading.bands].map(([band, name]) => ({ band, name })).sort((a, b) => a.band - b.band)
  const week = [...reading.parts].map(([name, id]) => ({ id, name }))
  return {
    head: { paths, ...(bands.length === 0 ? {} : { bands }), ...(week.length === 0 ? {} : { week }) },
    roles: reading.roles,
    moves: reading.waiting.flatMap(({ role, item }) => moveOf(role, item, reading)),
    expectations: reading.expectations,
  }
}

function readBlock(block: OwnBlock, role: RawRole | undefined, reading: RolesReading): void {
  if (role === undefined) return
  if (block.kind === 'table') {
    for (const [index, row] of block.rows.entries())
      if (index > 0) readExpectation(row, block.line + index + 1, role, reading)
  } else if (block.kind === 'paragraph') {
    if (block.raw !== 'Moves from here:')
      role.purpose = [role.purpose ?? '', plain(block.raw)].join(' ').trim()
  } else if (block.kind === 'list')
    for (const item of block.items) {
      if (item.raw.startsWith('**')) reading.waiting.push({ role: role.id, item })
      else if (!readFact(plain(item.raw), role, reading))
        lose(reading, item.line, plain(item.raw), 'It is not known of a role.')
    }
}

function lose({ losses, path }: RolesReading, line: number, what: string, why: string): void {
  losses.push({ place: { path, line }, what: `"${what.slice(0, 120)}"`, why })
}

function readFact(text: string, role: RawRole, reading: RolesReading): boolean {
  const [, label = '', words = ''] = /^([^:]+): (.*)$/s.exec(text) ?? []
  if (label === 'Path') role.path = pathNamed(words, reading)
  else if (label === 'Band') {
    const [, band, name] = /^(-?\d+(?:\.\d+)?), (.*)$/.exec(words) ?? []
    if (band === undefined || name === undefined) return false
    role.band = Number(band)
    if (!reading.bands.has(role.band)) reading.bands.set(role.band, name)
  } else if (label === 'Scope') role.scope = words
  else if (label === 'Usual stay') role.usual_stay = { text: words }
  else if (label === 'A typical week') role.week = weekOf(words, reading)
  else if (label === 'Must-haves') role.must_haves = namesInText(words, reading.skills).ids
  else return false
  return true
}

function pathNamed(name: string, reading: RolesReading): string {
  const id = reading.paths.get(name) ?? reading.givePath(name)
  reading.paths.set(name, id)
  return id
}

function weekOf(words: string, { parts, givePart }: RolesReading): Record<string, number> {
  const week: Record<string, number> = {}
  for (const [, name = '', share] of words.matchAll(/(.+?) (\d+(?:\.\d+)?)%(?:, |$)/g)) {
    const id = parts.get(name) ?? givePart(name)
    parts.set(name, id)
    week[id] = Number(share)
  }
  return week
}

function readExpectation(
  [name = '', level = '', weight = '']: string[],
  line: number,
  role: RawRole,
  reading: RolesReading,
): void {
  const skill = reading.skills.find((one) => keyOf(one.name) === keyOf(name))
  const [number] = /^\d{1,2}/.exec(level) ?? []
  const known = weightIn(weight)
  if (skill === undefined || number === undefined || known === undefined) {
    lose(
      reading,
      line,
      `${name} · ${level} · ${weight}`,
      'It names no skill, level or weight of the document.',
    )
    return
  }
  const own = reading.expectations[role.id] ?? {}
  reading.expectations[role.id] = own
  if (own[skill.id] !== undefined) lose(reading, line, `${name} · ${level}`, 'The skill stands twice.')
  else if (Number(number) > 0 && known > 0) own[skill.id] = { level: Number(number), weight: known }
}

function moveOf(from: string, { raw, items, line }: OwnItem, reading: RolesReading): DocumentMove[] {
  const [, name = '', kind = ''] = /^\*\*(.*)\*\* \((.*)\)$/.exec(raw) ?? []
  const to = reading.roles.find((role) => role.name === plain(name))
  if (to === undefined || to.id === from) {
    lose(reading, line, plain(raw), 'It leads to no other role of the document.')
    return []
  }
  const move: DocumentMove = { from, to: to.id, kind: plain(kind) }
  for (const text of items.map((item) => plain(item.raw))) {
    const [, label = '', words = ''] = /^(Hard|The way back|Try it first): (.*)$/s.exec(text) ?? []
    if (label === 'Hard') move.hard = words
    else if (label === 'Try it first') move.trial = words
    else if (label === 'The way back') {
      const note = words.replace(/\.$/, '')
      move.back =
        note === 'easy' || note === 'medium' || note === 'hard' ? { ease: note } : { ease: 'medium', note }
    } else move.changes = [move.changes ?? '', text].join(' ').trim()
  }
  return [move]
}
