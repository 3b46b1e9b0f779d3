// Frameworks made up by fast-check with every optional field, hostile words and fields left out, for writing and reading.
import fc from 'fast-check'
import type {
  Anchor,
  Assumption,
  Framework,
  Move,
  Role,
  Skill,
  SkillGroup,
} from '../../src/core/framework/framework.ts'
import { anyFramework } from './any-framework.ts'

/** Pieces that mean something in YAML, Markdown, CSV, HTML or a spreadsheet. */
const PIECES = [
  ...[
    'word',
    'two words',
    'ünï',
    '“quoted”',
    '"',
    "'",
    '*',
    '**',
    '_',
    'snake_case',
    '`',
    '`code`',
    '[',
    ']',
  ],
  ...['[id]', '(x)', '[a](b)', '<b>', '<', '>', '&amp;', '&', '#', '# x', '-', '- x', '---', '+', '1.', '2)'],
  ...[
    '=1+1',
    '@sum',
    '\\',
    '\\*',
    ':',
    ': ',
    ' #',
    '|',
    '~',
    '~~~',
    '!',
    '![x]',
    '{',
    '}',
    ',',
    ';',
    '?',
    '%',
  ],
  ...[
    'yes',
    'null',
    '0x1f',
    '1e3',
    '007',
    '2021-07-01',
    'https://example.org/a_b',
    '\u00e9',
    '漢字',
    '🙂',
    '=',
  ],
]

/** One line as the format keeps it: trimmed, single spaces. */
export function anyWords(longest = 5): fc.Arbitrary<string> {
  return fc
    .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom('', ' ')), {
      minLength: 1,
      maxLength: longest,
    })
    .map((parts) =>
      parts
        .map((part) => part.join(''))
        .join('')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .map((text) => (text === '' ? 'words' : text))
}

/** A value or none; the type leaves out "undefined", because such members are taken away at the end. */
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined }) as fc.Arbitrary<T>

/** A framework that could have been read from a folder: what was left out has its default and its assumption. */
export function anyWrittenFramework(): fc.Arbitrary<Framework> {
  return anyFramework().chain((bare) =>
    fc
      .record({
        head: anyHead(bare),
        groups: fc.tuple(...bare.groups.map(anyGroup)),
        roles: fc.tuple(...bare.roles.map((role) => anyRole(role, bare))),
        moves: fc.tuple(...bare.moves.map(anyMove)),
        skills: fc.tuple(...bare.skills.map((skill) => anySkill(skill, bare))),
        bands: fc.boolean(),
        layout: fc.boolean(),
      })
      .map(({ head, groups, roles, moves, skills, bands, layout }) => {
        const framework: Framework = { ...bare, ...head, groups, roles, moves, skills: groupedSkills(skills) }
        if (bands) framework.bands = [{ band: 1, name: 'Low' }]
        else for (const role of framework.roles) delete role.band
        if (layout) framework.layout = drawnLayout(framework)
        framework.assumptions = assumptionsOf(framework, bands)
        return withoutUndefined(framework)
      }),
  )
}

function groupedSkills(skills: Skill[]): Skill[] {
  return ['one', 'two'].flatMap((group) => skills.filter((skill) => skill.group === group))
}

function anyHead(bare: Framework) {
  const top = bare.scale.length - 1
  const words = anyWords()
  return fc
    .record({
      name: words,
      version: words,
      licence: maybe(words),
      description: maybe(words),
      honesty: maybe(words),
      language: fc.constantFrom('en', 'de-CH'),
      practiceHoursPerWeek: fc.constantFrom(1, 2.5),
      countingRule: maybe(words),
      scaleWords: fc.array(fc.record({ name: words, tell: maybe(words) }), {
        minLength: top + 1,
        maxLength: top + 1,
      }),
      pathName: words,
      weekParts: fc.constantFrom<Framework['weekParts']>([], [{ id: 'build', name: 'Build' }]),
      source: maybe(fc.record({ title: words, author: maybe(words), usedFor: maybe(words) })),
      grades: maybe(fc.array(words, { minLength: 1, maxLength: 2 })),
      stay: fc.record({ changes: words, hard: words, trial: maybe(words) }),
      up: fc.record({ name: words, about: words }),
    })
    .map(({ scaleWords, pathName, source, grades, up, ...rest }) => ({
      ...rest,
      scale: scaleWords.map((words, level) => ({ level, ...words })),
      kinds: { hard: up, soft: { name: 'Soft', about: 'Among people.' } },
      paths: [{ id: 'path', name: pathName, short: pathName, pattern: 'solid' as const }],
      companies: grades === undefined ? [] : [{ id: 'company', name: pathName, short: 'C' }],
      equivalences:
        grades === undefined
          ? []
          : [{ role: 'role-0', company: 'company', grades, confidence: 'low' as const, date: '2021' }],
      sources: source === undefined ? [] : [source],
      moveKinds: {
        ...bare.moveKinds,
        ...Object.fromEntries(
          Object.entries(bare.moveKinds).map(([kind, words]) => [kind, { ...words, about: 'About it.' }]),
        ),
        up,
      },
    }))
}

function anyGroup(group: SkillGroup): fc.Arbitrary<SkillGroup> {
  return fc
    .record({ name: anyWords(), about: maybe(anyWords()), short: maybe(anyWords()) })
    .map(({ name, about, short }) => ({ ...group, name, short: short ?? name, ...(about && { about }) }))
}

function anyRole(role: Role, bare: Framework): fc.Arbitrary<Role> {
  const words = anyWords()
  return fc
    .record({
      name: words,
      purpose: maybe(words),
      scope: maybe(words),
      usualStay: maybe(fc.record({ text: words, years: maybe(fc.constant<[number, number]>([1, 2.5])) })),
      tags: fc.constantFrom<string[]>([], ['archetype']),
      mustHaves: maybe(fc.constantFrom<string[]>([], [bare.skills[0]?.id ?? ''])),
      band: fc.constant(1),
    })
    .map((details) => ({ ...role, ...details }))
}

function anyMove(move: Move): fc.Arbitrary<Move> {
  const words = anyWords()
  const back = fc.record({
    ease: fc.constantFrom('easy' as const, 'hard' as const),
    note: maybe(words),
    easyUntilYears: maybe(fc.integer({ min: 0, max: 9 })),
    hardAfterYears: maybe(fc.integer({ min: 0, max: 9 })),
  })
  return fc
    .record({ changes: maybe(words), hard: maybe(words), trial: maybe(words), back: maybe(back) })
    .map((details) => ({ ...move, ...details }))
}

function anySkill(skill: Skill, bare: Framework): fc.Arbitrary<Skill> {
  const words = anyWords()
  return fc
    .record({
      name: words,
      definition: fc.array(words, { minLength: 1, maxLength: 2 }).map((parts) => parts.join('\n\n')),
      whyItMatters: maybe(words),
      phrases: fc.array(fc.record({ text: words, means: maybe(words), ask: maybe(words) }), { maxLength: 2 }),
      difference: maybe(words.filter((text) => !/^[\s:,–—-]/.test(text))),
      safeguard: maybe(words),
      private: fc.boolean(),
      anchors: fc
        .subarray(bare.scale.slice(1).map((entry) => entry.level))
        .chain((levels) => fc.tuple(...levels.map(anyAnchor))),
    })
    .map(({ difference, ...details }) => ({
      ...skill,
      ...details,
      confusedWith: difference === undefined ? [] : [{ skill: 'skill-0', difference }],
    }))
}

function anyAnchor(level: number): fc.Arbitrary<Anchor> {
  const words = anyWords()
  return fc
    .record({
      behaviours: fc.array(words, { maxLength: 3 }),
      practices: fc.array(words, { maxLength: 2 }),
      reading: fc.array(fc.record({ source: words, take: maybe(words) }), { maxLength: 2 }),
      antiPattern: maybe(words),
    })
    .map(({ behaviours, practices, reading, antiPattern }) => ({
      level,
      behaviours: behaviours.map((text, index) => ({ id: `b-l${level}-n${index}`, text })),
      practices: practices.map((text, index) => ({ id: `p-l${level}-n${index}`, text })),
      reading,
      ...(antiPattern === undefined ? {} : { antiPattern: { id: `a-l${level}`, text: antiPattern } }),
    }))
}

function drawnLayout(framework: Framework): Framework['layout'] {
  return {
    width: 900,
    height: 700,
    gutter: 0,
    bands: framework.bands.map(({ band, name }) => ({ band, y: 500, label: name })),
    stations: framework.roles.map((role, index) => ({
      role: role.id,
      x: 100 + 120 * index,
      y: 500,
      label: 'below',
    })),
    lines: [{ path: 'path', legs: [['role-0', 'role-1']], startDiagonal: [] }],
    computed: false,
  }
}

/** What reading would have noted for the fields that stand at their defaults here. */
function assumptionsOf(framework: Framework, bands: boolean): Assumption[] {
  const skills = framework.skills.flatMap((skill): Assumption[] => {
    const where = `skills/${skill.id}.md`
    return [
      ...(skill.kind === 'unknown' ? [{ where, field: 'kind', assumed: 'unknown' }] : []),
      ...(skill.prerequisites.length === 0 ? [{ where, field: 'prerequisites', assumed: 'none' }] : []),
      ...(skill.weeks.length === 0 ? [{ where, field: 'weeks', assumed: 'unknown' }] : []),
      ...(skill.observability ? [] : [{ where, field: 'observability', assumed: 'unknown' }]),
      ...(skill.access === 'open' ? [{ where, field: 'access', assumed: 'open' }] : []),
    ]
  })
  const important = Object.values(framework.expectations)
    .flatMap((ofRole) => Object.values(ofRole))
    .filter((expectation) => expectation.weight === 2).length
  return [
    ...(bands
      ? []
      : [
          {
            where: 'framework.yaml',
            field: 'bands',
            assumed: 'none: roles stand in the order of what they ask for',
          },
        ]),
    ...(framework.layout.computed
      ? [{ where: 'framework.yaml', field: 'layout', assumed: 'one column for each path, computed' }]
      : []),
    ...(framework.language === 'en' ? [{ where: 'framework.yaml', field: 'language', assumed: 'en' }] : []),
    ...skills,
    ...(important > 1
      ? [{ where: 'expectations.csv', field: 'weight', assumed: `2, important (${important - 1} rows)` }]
      : []),
  ].map((one) => ({ ...one, assumed: one.assumed.replace('(1 rows)', '(1 row)') }))
}

function withoutUndefined<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T
}
