// What changed about the framework as a whole: its scale, groups, paths and bands, and everything said once.

import { canonicalJson } from '../framework/canonical-json.ts'
import type { CareerPath, Framework, ScaleLevel, SkillGroup } from '../framework/framework.ts'
import type { Change, Named, Pairing, PartNoun } from './framework-diff.ts'
import { isReordered, pairParts } from './pair-parts.ts'

const LEVEL_FIELDS: Record<Exclude<keyof ScaleLevel, 'level'>, string> = {
  name: 'name',
  scope: 'scope',
  autonomy: 'autonomy',
  effect: 'effect',
  tell: 'how to tell',
}

export function diffScale(before: Framework, after: Framework): Change[] {
  const old = new Map(before.scale.map((step) => [step.level, step]))
  const fresh = new Set(after.scale.map((step) => step.level))
  const gone = before.scale
    .filter((step) => !fresh.has(step.level))
    .map(({ level, name }): Change => ({ kind: 'level-removed', level, name }))
  const rest = after.scale.flatMap((step): Change[] => {
    const was = old.get(step.level)
    const { level, name } = step
    if (was === undefined) return [{ kind: 'level-added', level, name }]
    return (Object.keys(LEVEL_FIELDS) as (keyof typeof LEVEL_FIELDS)[])
      .filter((key) => (was[key] ?? '') !== (step[key] ?? ''))
      .map((key): Change => {
        const texts = { before: was[key] ?? '', after: step[key] ?? '' }
        return { kind: 'level-changed', level, name, field: LEVEL_FIELDS[key], ...texts }
      })
  })
  return [...gone, ...rest]
}

interface PartWords extends Named {
  /** Field name → how a person reads it. */
  fields: Record<string, string>
}

export interface PartPairings {
  groups: Pairing
  paths: Pairing
}

export function pairGroupsAndPaths(before: Framework, after: Framework): PartPairings {
  return { groups: pairParts(before.groups, after.groups), paths: pairParts(before.paths, after.paths) }
}

export function diffParts(before: Framework, after: Framework): Change[] {
  const sides = <Part>(of: (framework: Framework) => Part[], words: (part: Part) => PartWords) =>
    [of(before).map(words), of(after).map(words)] as const
  return [
    ...diffPart('group', ...sides((one) => one.groups, groupWords)),
    ...diffPart('path', ...sides((one) => one.paths, pathWords)),
    ...diffPart(
      'band',
      ...sides(
        (one) => one.bands,
        ({ band, name }) => ({ id: String(band), name, fields: {} }),
      ),
    ),
    ...diffPart(
      'week-part',
      ...sides(
        (one) => one.weekParts,
        ({ id, name }) => ({ id, name, fields: {} }),
      ),
    ),
    ...diffPart(
      'company',
      ...sides(
        (one) => one.companies,
        ({ id, name, short }) => ({ id, name, fields: { 'short name': short } }),
      ),
    ),
  ]
}

function groupWords({ id, name, short, about, colour }: SkillGroup): PartWords {
  const fields = { 'short name': short, about: about ?? '', colour: `${colour.light}, ${colour.dark}` }
  return { id, name, fields }
}

function pathWords({ id, name, short, about, pattern }: CareerPath): PartWords {
  return { id, name, fields: { 'short name': short, about: about ?? '', pattern } }
}

function diffPart(noun: PartNoun, before: readonly PartWords[], after: readonly PartWords[]): Change[] {
  const pairing = pairParts(before, after)
  const old = new Map(before.map((part) => [part.id, part]))
  const gone = before
    .filter((part) => !pairing.after.has(part.id))
    .map(({ id, name }): Change => ({ kind: 'part-removed', noun, part: { id, name } }))
  const rest = after.flatMap((part): Change[] => {
    const was = old.get(pairing.before.get(part.id) ?? '')
    const named = { id: part.id, name: part.name }
    if (was === undefined) return [{ kind: 'part-added', noun, part: named }]
    const [wasFields, fields] = [
      { id: was.id, name: was.name, ...was.fields },
      { id: part.id, name: part.name, ...part.fields },
    ]
    return Object.entries(fields)
      .map(([field, text]) => ({ field, before: wasFields[field as 'name'] ?? '', after: text }))
      .filter((one) => one.before !== one.after)
      .map((one): Change => ({ kind: 'part-changed', noun, part: named, ...one }))
  })
  const ids = (parts: readonly PartWords[]) => parts.map((part) => part.id)
  const order: Change[] = isReordered(ids(before), ids(after), pairing)
    ? [{ kind: 'order-changed', of: 'parts', where: noun }]
    : []
  return [...gone, ...rest, ...order]
}

type Told =
  | 'id'
  | 'version'
  | 'scale'
  | 'groups'
  | 'paths'
  | 'bands'
  | 'weekParts'
  | 'companies'
  | 'roles'
  | 'moves'
  | 'skills'
  | 'expectations'
  | 'assumptions'

/**
 * What is said once, or is no text that anybody would read (`null`). Complete by its type: a new field of Framework
 * does not compile until it stands here or is told elsewhere. Assumptions follow from what is missing elsewhere.
 */
const SAID_ONCE: Record<
  Exclude<keyof Framework, Told>,
  { name: string; say: ((framework: Framework) => string) | null }
> = {
  name: { name: 'name', say: (one) => one.name },
  language: { name: 'language', say: (one) => one.language },
  licence: { name: 'licence', say: (one) => one.licence ?? '' },
  description: { name: 'description', say: (one) => one.description ?? '' },
  honesty: { name: 'sentence on what its numbers are', say: (one) => one.honesty ?? '' },
  practiceHoursPerWeek: { name: 'hours of practice a week', say: (one) => String(one.practiceHoursPerWeek) },
  countingRule: { name: 'counting rule', say: (one) => one.countingRule ?? '' },
  kinds: { name: 'words for hard and soft', say: null },
  equivalences: { name: 'grades at other companies', say: null },
  invariants: { name: 'rules about itself', say: null },
  acceptedFindings: { name: 'list of accepted findings', say: null },
  layout: { name: 'picture of the map', say: null },
  moveKinds: { name: 'words for kinds of moves', say: null },
  stay: { name: 'words about staying', say: null },
  sources: { name: 'sources', say: null },
}

export function diffSaidOnce(before: Framework, after: Framework): Change[] {
  return (Object.keys(SAID_ONCE) as (keyof typeof SAID_ONCE)[]).flatMap((key): Change[] => {
    const { name: field, say } = SAID_ONCE[key]
    if (say !== null) {
      const texts = { before: say(before), after: say(after) }
      return texts.before === texts.after ? [] : [{ kind: 'framework-changed', field, ...texts }]
    }
    // A layout that Skillmap computed follows from roles and paths, which are told.
    if (key === 'layout' && before.layout.computed && after.layout.computed) return []
    return canonicalJson(before[key] ?? null) === canonicalJson(after[key] ?? null)
      ? []
      : [{ kind: 'framework-changed', field, before: '', after: '' }]
  })
}
