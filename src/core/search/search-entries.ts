// Everything in a framework that can be found by words, and the words of the program beside it.
import type { CareerPath, Framework, Move, Phrase, Role, Skill, Statement } from '../framework/framework.ts'
import { findRole } from '../framework/look-up.ts'
import { GLOSSARY, type Term } from '../glossary/glossary.ts'
import { inSentence } from '../planning/plain-words.ts'

/** What was found, with what it belongs to. */
export type Found =
  | { kind: 'skill'; skill: Skill }
  | { kind: 'role'; role: Role }
  | { kind: 'path'; path: CareerPath }
  | { kind: 'phrase'; skill: Skill; phrase: Phrase }
  | { kind: 'behaviour'; skill: Skill; level: number; behaviour: Statement }
  | { kind: 'move'; move: Move; from: Role; to: Role }
  | { kind: 'term'; term: Term }

export type FoundKind = Found['kind']

/** The fields that are searched, each with a boost of its own. */
export interface EntryFields {
  /** A name, or what stands for one. */
  name: string
  /** Other names of the same thing. */
  also: string
  /** As people say it. */
  said: string
  means: string
  text: string
}

/** Parts the other names of one thing. */
export const BETWEEN_NAMES = ' · '

export interface Entry {
  found: Found
  fields: EntryFields
}

/** In the framework's order; a skill stands before what belongs to it. */
export function searchEntries(framework: Framework): Entry[] {
  return [
    ...framework.skills.flatMap(entriesOfSkill),
    ...framework.roles.map((role) =>
      entry(
        { kind: 'role', role },
        { name: role.name, also: otherNames(framework, role), text: sentences(role.purpose, role.scope) },
      ),
    ),
    ...framework.paths.map((path) =>
      entry({ kind: 'path', path }, { name: path.name, text: path.about ?? '' }),
    ),
    ...framework.moves.flatMap((move) => entriesOfMove(framework, move)),
    ...GLOSSARY.map((term) =>
      entry(
        { kind: 'term', term },
        { name: term.name, also: term.also.join(BETWEEN_NAMES), text: term.meaning },
      ),
    ),
  ]
}

/** The skill's name and definition are its own entry's alone: a skill with many phrases gains nothing by them. */
function entriesOfSkill(skill: Skill): Entry[] {
  return [
    entry({ kind: 'skill', skill }, { name: skill.name, text: skill.definition }),
    ...skill.phrases.map((phrase) =>
      entry({ kind: 'phrase', skill, phrase }, { said: phrase.text, means: phrase.means ?? '' }),
    ),
    ...skill.anchors.flatMap((anchor) =>
      anchor.behaviours.map((behaviour) =>
        entry({ kind: 'behaviour', skill, level: anchor.level, behaviour }, { text: behaviour.text }),
      ),
    ),
  ]
}

function entriesOfMove(framework: Framework, move: Move): Entry[] {
  const from = findRole(framework, move.from)
  const to = findRole(framework, move.to)
  if (!from || !to) return []
  const name = moveName(framework, from, to)
  return [
    entry(
      { kind: 'move', move, from, to },
      { name, also: framework.moveKinds[move.kind].name, text: sentences(move.changes, move.hard) },
    ),
  ]
}

/** "Senior engineer to staff engineer". */
export function moveName(framework: Framework, from: Role, to: Role): string {
  return `${from.name} to ${inSentence(to.name, framework.language)}`
}

/** Its code and tags, and what companies call it: "Google L6". */
function otherNames(framework: Framework, role: Role): string {
  const words = [role.code, role.id, ...role.tags].map((name) => name.replaceAll('-', ' '))
  const grades = framework.equivalences
    .filter((claim) => claim.role === role.id)
    .flatMap((claim) => claim.grades.map((grade) => `${companyName(framework, claim.company)} ${grade}`))
  return [...words, ...grades].join(BETWEEN_NAMES)
}

function companyName(framework: Framework, id: string): string {
  return framework.companies.find((company) => company.id === id)?.name ?? id
}

function sentences(...parts: (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' ')
}

function entry(found: Found, fields: Partial<EntryFields>): Entry {
  return { found, fields: { name: '', also: '', said: '', means: '', text: '', ...fields } }
}
