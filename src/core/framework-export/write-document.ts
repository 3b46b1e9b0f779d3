// Writes a framework as one Markdown document that people read from front to back, or look things up in.
import type { Anchor, Framework, Move, Role, Skill, SkillGroup } from '../framework/framework.ts'
import { expectationOf, findRole, findSkill, movesFrom, topLevel } from '../framework/look-up.ts'
import { mustHavesOf } from '../planning/must-haves.ts'
import { weightWord } from '../planning/plain-words.ts'
import { MarkdownDocument } from './markdown-document.ts'
import { markdownInside, markdownLine, markdownParagraphs } from './plain-markdown.ts'
import { wayBack } from './roles-sheet.ts'

export const DOCUMENT_PARTS = {
  contents: 'Contents',
  scale: 'The scale',
  roles: 'Roles',
  skills: 'Skills',
  sources: 'Sources',
  assumed: 'What was assumed',
} as const

/** Everything a reader wants, under words by which it is read back; a copy that reads back whole is the folder. */
export function writeMarkdownDocument(framework: Framework): string {
  const document = new MarkdownDocument()
  document.heading(2, DOCUMENT_PARTS.scale)
  addScale(document, framework)
  document.heading(2, DOCUMENT_PARTS.roles)
  for (const role of framework.roles) addRole(document, framework, role)
  document.heading(2, DOCUMENT_PARTS.skills)
  for (const group of framework.groups) addGroup(document, framework, group)
  addSources(document, framework)
  const top = [
    `# ${markdownInside(framework.name)}`,
    [`Version ${framework.version}`, framework.licence ?? '']
      .filter((part) => part !== '')
      .map(markdownInside)
      .join(' · '),
    ...[framework.description, framework.honesty].flatMap((text) =>
      text === undefined ? [] : [markdownParagraphs(text)],
    ),
    `## ${DOCUMENT_PARTS.contents}`,
    document.contents(3),
  ]
  return `${[...top, document.body()].join('\n\n')}\n`
}

function addScale(document: MarkdownDocument, framework: Framework): void {
  document.table(
    ['Level', 'Name', 'Scope', 'How to tell'],
    framework.scale.map((step) => [
      String(step.level),
      ...[step.name, step.scope ?? '', step.tell ?? ''].map(markdownInside),
    ]),
  )
  if (framework.countingRule !== undefined) document.add(markdownLine(framework.countingRule))
}

function addRole(document: MarkdownDocument, framework: Framework, role: Role): void {
  document.heading(3, role.name)
  const path = framework.paths.find((one) => one.id === role.path)?.name ?? role.path
  const band = framework.bands.find((one) => one.band === role.band)
  document.add(
    ...(role.purpose === undefined ? [] : [markdownLine(role.purpose)]),
    [
      `- Path: ${markdownInside(path)}`,
      ...(band === undefined ? [] : [`- Band: ${band.band}, ${markdownInside(band.name)}`]),
      ...(role.scope === undefined ? [] : [`- Scope: ${markdownInside(role.scope)}`]),
      ...(role.usualStay === undefined ? [] : [`- Usual stay: ${markdownInside(role.usualStay.text)}`]),
      ...weekLine(framework, role),
      ...mustHaveLine(framework, role),
    ].join('\n'),
  )
  document.table(['Skill', 'Level', 'Weight'], expectationRows(framework, role))
  const moves = movesFrom(framework, role.id)
  if (moves.length > 0)
    document.add('Moves from here:', moves.map((move) => moveLine(framework, move)).join('\n'))
}

function weekLine(framework: Framework, role: Role): string[] {
  const shares = framework.weekParts.flatMap((part) => {
    const share = role.week?.[part.id]
    return share === undefined ? [] : [`${markdownInside(part.name)} ${share}%`]
  })
  return shares.length === 0 ? [] : [`- A typical week: ${shares.join(', ')}`]
}

function mustHaveLine(framework: Framework, role: Role): string[] {
  const names = mustHavesOf(framework, role).map((id) => findSkill(framework, id)?.name ?? id)
  return names.length === 0 ? [] : [`- Must-haves: ${names.map(markdownInside).join(', ')}`]
}

function expectationRows(framework: Framework, role: Role): string[][] {
  return framework.skills.flatMap((skill) => {
    const { level, weight } = expectationOf(framework, role.id, skill.id)
    if (level === 0 && weight === 0) return []
    const name = framework.scale.find((step) => step.level === level)?.name
    return [
      [skill.name, `${level}${name === undefined ? '' : `, ${name}`}`, weightWord(weight)].map(
        markdownInside,
      ),
    ]
  })
}

function moveLine(framework: Framework, move: Move): string {
  const name = findRole(framework, move.to)?.name ?? move.to
  const details = [
    move.changes,
    move.hard === undefined ? undefined : `Hard: ${move.hard}`,
    move.back === undefined ? undefined : `The way back: ${wayBack(move)}.`,
    move.trial === undefined ? undefined : `Try it first: ${move.trial}`,
  ].filter((detail) => detail !== undefined)
  const kind = framework.moveKinds[move.kind].name
  return [
    `- **${markdownInside(name)}** (${markdownInside(kind)})`,
    ...details.map((text) => `  - ${markdownLine(text)}`),
  ].join('\n')
}

function addGroup(document: MarkdownDocument, framework: Framework, group: SkillGroup): void {
  document.heading(3, group.name)
  if (group.about !== undefined) document.add(markdownLine(group.about))
  for (const skill of framework.skills.filter((one) => one.group === group.id))
    addSkill(document, framework, skill)
}

function addSkill(document: MarkdownDocument, framework: Framework, skill: Skill): void {
  document.heading(4, skill.name)
  const named = (id: string) => markdownInside(findSkill(framework, id)?.name ?? id)
  document.add(
    markdownParagraphs(skill.definition),
    skill.whyItMatters === undefined ? '' : markdownParagraphs(`Why it matters: ${skill.whyItMatters}`),
    [
      ...(skill.kind === 'unknown' ? [] : [`- Kind: ${markdownInside(framework.kinds[skill.kind].name)}`]),
      ...(skill.prerequisites.length === 0
        ? []
        : [`- Builds on: ${skill.prerequisites.map(named).join(', ')}`]),
      ...skill.confusedWith.map(
        (one) => `- Not to be confused with ${named(one.skill)}: ${markdownInside(one.difference)}`,
      ),
      ...(skill.safeguard === undefined ? [] : [`- Take care: ${markdownInside(skill.safeguard)}`]),
    ].join('\n'),
    ...skill.anchors.flatMap((anchor) => levelParts(framework, anchor)),
    skill.phrases.length === 0 ? '' : `**What people say**\n\n${skill.phrases.map(phraseLine).join('\n')}`,
  )
}

function levelParts(framework: Framework, anchor: Anchor): string[] {
  const name = framework.scale.find((step) => step.level === anchor.level)?.name ?? ''
  const practices = anchor.level === topLevel(framework) ? 'To stay here' : 'To reach the next level'
  const part = (title: string, lines: string[]) =>
    lines.length === 0 ? [] : [`${title}:\n\n${lines.map((line) => `- ${markdownLine(line)}`).join('\n')}`]
  return [
    `**Level ${anchor.level}${name === '' ? '' : `, ${markdownInside(name)}`}**`,
    ...part(
      'A colleague can see',
      anchor.behaviours.map((one) => one.text),
    ),
    ...part(
      practices,
      anchor.practices.map((one) => one.text),
    ),
    ...part(
      'Read',
      anchor.reading.map(({ source, take }) => (take === undefined ? source : `${source}: ${take}`)),
    ),
    ...(anchor.antiPattern === undefined ? [] : [`Anti-pattern: ${markdownInside(anchor.antiPattern.text)}`]),
  ]
}

function phraseLine({ text, means, ask }: Skill['phrases'][number]): string {
  return [
    `- “${markdownInside(text)}”`,
    ...(means === undefined ? [] : [`  - Mostly means: ${markdownInside(means)}`]),
    ...(ask === undefined ? [] : [`  - Ask back: ${markdownInside(ask)}`]),
  ].join('\n')
}

function addSources(document: MarkdownDocument, { sources, assumptions }: Framework): void {
  if (sources.length > 0) {
    document.heading(2, DOCUMENT_PARTS.sources)
    const lines = sources.map(({ author, title, usedFor }) =>
      [
        ...(author === undefined ? [] : [markdownInside(author)]),
        `*${markdownInside(title)}*`,
        ...(usedFor === undefined ? [] : [markdownInside(usedFor)]),
      ].join(' · '),
    )
    document.add(lines.map((line) => `- ${line}`).join('\n'))
  }
  if (assumptions.length > 0) {
    document.heading(2, DOCUMENT_PARTS.assumed)
    document.table(
      ['Where', 'What', 'Assumed'],
      assumptions.map(({ where, field, assumed }) => [where, field, assumed].map(markdownInside)),
    )
  }
}
