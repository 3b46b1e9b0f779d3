// Frameworks, levels and ratings made up by fast-check, for properties that must hold in every framework.
import fc from 'fast-check'
import type {
  Access,
  Expectation,
  Framework,
  Move,
  Role,
  Skill,
  SkillKind,
  Weight,
} from '../../src/core/framework/framework.ts'
import type { Levels } from '../../src/core/planning/levels.ts'

export interface AnySituation {
  framework: Framework
  from: string
  to: string
  levels: Levels
}

/** A framework of two to five roles and one to eight skills, levels in it, and two different roles. */
export function anySituation(): fc.Arbitrary<AnySituation> {
  return anyFramework().chain((framework) =>
    fc.record({
      framework: fc.constant(framework),
      from: fc.constant(framework.roles[0]?.id ?? ''),
      to: fc.constant(framework.roles[1]?.id ?? ''),
      levels: anyLevels(framework),
    }),
  )
}

export function anyLevels(framework: Framework): fc.Arbitrary<Levels> {
  const entry = fc.record({
    level: fc.integer({ min: 0, max: framework.scale.length - 1 }),
    assumed: fc.boolean(),
  })
  return fc
    .tuple(...framework.skills.map(() => entry))
    .map((entries) =>
      Object.fromEntries(
        framework.skills.map((skill, index) => [skill.id, entries[index] ?? { level: 0, assumed: true }]),
      ),
    )
}

export function anyFramework(): fc.Arbitrary<Framework> {
  const size = fc.record({
    roles: fc.integer({ min: 2, max: 5 }),
    skills: fc.integer({ min: 1, max: 8 }),
    top: fc.integer({ min: 1, max: 6 }),
  })
  return size.chain(({ roles, skills, top }) =>
    fc
      .record({
        skills: fc.tuple(...Array.from({ length: skills }, (_, index) => anySkill(index, top))),
        expectations: fc.array(anyExpectation(top), { minLength: roles * skills, maxLength: roles * skills }),
        moves: anyMoves(roles),
      })
      .map((parts) => asFramework(roles, top, parts)),
  )
}

/** Prerequisites only point to earlier skills, so that there is never a cycle. */
function anySkill(index: number, top: number): fc.Arbitrary<Skill> {
  return fc
    .record({
      kind: fc.constantFrom<SkillKind>('hard', 'soft', 'unknown'),
      access: fc.constantFrom<Access>('open', 'partial', 'gated'),
      prerequisites: fc.subarray(Array.from({ length: index }, (_, other) => `skill-${other}`)),
      manager: fc.option(fc.integer({ min: 0, max: 3 })),
      weeks: fc.option(fc.integer({ min: 1, max: 40 })),
      firstWhenBelow: fc.option(fc.integer({ min: 1, max: 2 }), { freq: 6 }),
    })
    .map(({ kind, access, prerequisites, manager, weeks, firstWhenBelow }) => ({
      id: `skill-${index}`,
      name: `Skill ${index}`,
      kind,
      group: index % 2 === 0 ? 'one' : 'two',
      definition: 'A skill.',
      confusedWith: [],
      phrases: [],
      prerequisites,
      weeks: weeks === null ? [] : [{ upTo: top, low: weeks, high: weeks * 2 }],
      ...(manager === null ? {} : { observability: { peers: 1, manager, reports: 1 } }),
      access,
      private: false,
      ...(firstWhenBelow === null ? {} : { firstWhenBelow }),
      anchors: [],
    }))
}

function anyExpectation(top: number): fc.Arbitrary<Expectation> {
  return fc
    .record({ level: fc.integer({ min: 0, max: top }), weight: fc.constantFrom<Weight>(1, 2, 3) })
    .map(({ level, weight }) => ({ level, weight: level === 0 ? 0 : weight }))
}

function anyMoves(roles: number): fc.Arbitrary<Move[]> {
  const role = fc.integer({ min: 0, max: roles - 1 }).map((index) => `role-${index}`)
  return fc
    .uniqueArray(fc.tuple(role, role), { maxLength: 14, selector: (pair) => pair.join() })
    .map((pairs) =>
      pairs.filter(([from, to]) => from !== to).map(([from, to]): Move => ({ from, to, kind: 'side' })),
    )
}

function asFramework(
  roles: number,
  top: number,
  parts: { skills: Skill[]; expectations: Expectation[]; moves: Move[] },
): Framework {
  const { skills, expectations, moves } = parts
  const allRoles = Array.from({ length: roles }, (_, index): Role => anyRole(index))
  return {
    id: 'made-up',
    name: 'Made up',
    version: '1',
    language: 'en',
    practiceHoursPerWeek: 1,
    scale: Array.from({ length: top + 1 }, (_, level) => ({ level, name: `Level ${level}` })),
    groups: ['one', 'two'].map((id) => ({
      id,
      name: id,
      short: id,
      colour: { light: '#000000', dark: '#ffffff' },
    })),
    kinds: { hard: { name: 'Hard', about: '' }, soft: { name: 'Soft', about: '' } },
    paths: [{ id: 'path', name: 'Path', short: 'Path', pattern: 'solid' }],
    bands: [],
    weekParts: [],
    companies: [],
    equivalences: [],
    invariants: [],
    layout: { width: 1, height: 1, gutter: 0, bands: [], stations: [], lines: [], computed: true },
    moveKinds: {
      up: { name: 'Up', about: '' },
      cross: { name: 'Across', about: '' },
      swing: { name: 'Swing', about: '' },
      side: { name: 'Side', about: '' },
      out: { name: 'Out', about: '' },
      back: { name: 'Back', about: '' },
    },
    stay: { changes: 'Nothing changes but depth.', hard: 'Doing it as a decision.' },
    roles: allRoles,
    moves,
    skills,
    expectations: Object.fromEntries(
      allRoles.map((role, roleIndex) => [
        role.id,
        Object.fromEntries(
          skills.flatMap((skill, index) => {
            const expectation = expectations[roleIndex * skills.length + index]
            return expectation && expectation.level > 0 ? [[skill.id, expectation]] : []
          }),
        ),
      ]),
    ),
    sources: [],
    assumptions: [],
  }
}

function anyRole(index: number): Role {
  return {
    id: `role-${index}`,
    name: `Role ${index}`,
    code: `R${index}`,
    path: 'path',
    tags: [],
    preset: index === 0,
  }
}
