// Skills that are new, gone, renamed or merged, and what else changed about them beside their sentences.

import type { Framework, Skill } from '../framework/framework.ts'
import { compareWording } from './compare-wording.ts'
import type { SentenceDiff } from './diff-sentences.ts'
import type { Change, Named, Pairing } from './framework-diff.ts'
import { pairParts } from './pair-parts.ts'

/** A name says more about a skill than one of its sentences does. */
const NAME_COUNTS = 3
/** A skill that is gone counts as merged when at least this share of its sentences stands in one other skill. */
const MERGED_SHARE = 0.5

export function pairSkills(before: Framework, after: Framework): Pairing {
  return pairParts(before.skills, after.skills, { before: wordsOfSkill, after: wordsOfSkill })
}

function wordsOfSkill(skill: Skill): string {
  const sentences = skill.anchors.flatMap((anchor) => anchor.behaviours.map((behaviour) => behaviour.text))
  return [...Array(NAME_COUNTS).fill(skill.name), skill.definition, ...sentences].join(' ')
}

/** Words in which a skill refers to other parts of its framework, in the ids of the new version. */
export interface SkillNaming {
  skill: (id: string) => string
  group: (id: string) => string
}

/**
 * Every field of a skill but its id, name and anchors, as a person would read it. The type keeps the list complete:
 * a new field of Skill does not compile until it has words here.
 */
const FIELDS: Record<
  Exclude<keyof Skill, 'id' | 'name' | 'anchors'>,
  { name: string; say: (skill: Skill, naming: SkillNaming) => string }
> = {
  definition: { name: 'definition', say: (skill) => skill.definition },
  kind: { name: 'kind', say: (skill) => skill.kind },
  group: { name: 'group', say: (skill, naming) => naming.group(skill.group) },
  whyItMatters: { name: 'why it matters', say: (skill) => skill.whyItMatters ?? '' },
  confusedWith: {
    name: 'often confused with',
    say: (skill, naming) =>
      lines(skill.confusedWith.map((one) => `${naming.skill(one.skill)}: ${one.difference}`)),
  },
  phrases: {
    name: 'what people say',
    say: (skill) =>
      lines(
        skill.phrases.map(({ text, means, ask }) =>
          [text, means, ask].filter((one) => one !== undefined).join(' | '),
        ),
      ),
  },
  prerequisites: {
    name: 'prerequisites',
    say: (skill, naming) => skill.prerequisites.map(naming.skill).join(', '),
  },
  weeks: {
    name: 'weeks of practice',
    say: (skill) => skill.weeks.map((one) => `up to level ${one.upTo}: ${one.low} to ${one.high}`).join('; '),
  },
  observability: {
    name: 'who can see it',
    say: ({ observability: seen }) =>
      seen === undefined ? '' : `peers ${seen.peers}, manager ${seen.manager}, reports ${seen.reports}`,
  },
  access: { name: 'access', say: (skill) => skill.access },
  private: { name: 'private', say: (skill) => (skill.private ? 'yes' : 'no') },
  firstWhenBelow: {
    name: 'first when below',
    say: (skill) => (skill.firstWhenBelow === undefined ? '' : `${skill.firstWhenBelow} levels`),
  },
  safeguard: { name: 'safeguard', say: (skill) => skill.safeguard ?? '' },
}

const lines = (items: string[]) => items.join('\n')

export interface SkillDiffInput {
  before: Framework
  after: Framework
  skills: Pairing
  sentences: SentenceDiff
  naming: { before: SkillNaming; after: SkillNaming }
}

export function diffSkills(input: SkillDiffInput): Change[] {
  const { before, after, skills } = input
  const old = new Map(before.skills.map((skill) => [skill.id, skill]))
  return [
    ...before.skills.filter((skill) => !skills.after.has(skill.id)).map((skill) => goneOf(skill, input)),
    ...after.skills.flatMap((skill): Change[] => {
      const was = old.get(skills.before.get(skill.id) ?? '')
      if (was === undefined)
        return [{ kind: 'skill-added', skill: named(skill), roles: rolesAsking(after, skill.id) }]
      return [...renamings(was, skill, skills), ...fieldChanges(was, skill, input)]
    }),
  ]
}

function goneOf(skill: Skill, { before, after, sentences }: SkillDiffInput): Change {
  const of = skill.anchors.reduce(
    (sum, anchor) =>
      sum + anchor.behaviours.length + anchor.practices.length + (anchor.antiPattern === undefined ? 0 : 1),
    0,
  )
  const heirs = [...(sentences.heirs.get(skill.id) ?? [])].sort((a, b) => b[1].sentences - a[1].sentences)
  const [heir, found] = heirs[0] ?? []
  const into = after.skills.find((one) => one.id === heir)
  if (into !== undefined && found !== undefined && found.sentences >= MERGED_SHARE * of) {
    const { sentences: count, confidence } = found
    return { kind: 'skill-merged', skill: named(skill), into: named(into), sentences: count, of, confidence }
  }
  return { kind: 'skill-removed', skill: named(skill), roles: rolesAsking(before, skill.id) }
}

function renamings(was: Skill, skill: Skill, skills: Pairing): Change[] {
  if (was.id === skill.id && was.name === skill.name) return []
  const match = skills.match.get(skill.id) ?? { by: 'id' }
  return [{ kind: 'skill-renamed', before: named(was), skill: named(skill), match }]
}

function fieldChanges(was: Skill, skill: Skill, { naming }: SkillDiffInput): Change[] {
  const reading = (one: Skill) =>
    lines(
      one.anchors
        .filter((anchor) => anchor.reading.length > 0)
        .map((anchor) => {
          const sources = anchor.reading.map(({ source, take }) =>
            take === undefined ? source : `${source}: ${take}`,
          )
          return `Level ${anchor.level}: ${sources.join(' | ')}`
        }),
    )
  const texts = [
    ...Object.values(FIELDS).map(({ name, say }) => ({
      field: name,
      before: say(was, naming.before),
      after: say(skill, naming.after),
    })),
    { field: 'reading', before: reading(was), after: reading(skill) },
    { field: 'levels that are written', before: levelsOf(was), after: levelsOf(skill) },
  ]
  return texts
    .filter(({ before, after }) => before !== after)
    .map(({ field, before, after }): Change => {
      const wording = compareWording(before, after)
      return { kind: 'skill-changed', skill: named(skill), field, before, after, wording }
    })
}

function levelsOf(skill: Skill): string {
  return skill.anchors.map((anchor) => anchor.level).join(', ')
}

function rolesAsking(framework: Framework, skillId: string): number {
  return framework.roles.filter((role) => (framework.expectations[role.id]?.[skillId]?.weight ?? 0) > 0)
    .length
}

function named({ id, name }: Named): Named {
  return { id, name }
}
