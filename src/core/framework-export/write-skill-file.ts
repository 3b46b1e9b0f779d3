// Writes skills/<skill-id>.md.
import type { Anchor, Framework, Phrase, Resource, Skill, Statement } from '../framework/framework.ts'
import { NEXT_LEVEL, STAY_HERE, TAKE_FROM_IT } from '../framework/level-headings.ts'
import { topLevel } from '../framework/look-up.ts'
import { wasLeftOut } from './left-out.ts'
import { markdownInside, markdownLine, markdownParagraphs } from './plain-markdown.ts'
import { writeCompactYaml } from './write-yaml.ts'

export function writeSkillFile(framework: Framework, skill: Skill): string {
  const parts = [
    `---\n${writeCompactYaml(frontMatter(framework, skill))}---`,
    markdownParagraphs(skill.definition),
    ...section(
      '## Why it matters',
      skill.whyItMatters === undefined ? [] : [markdownParagraphs(skill.whyItMatters)],
    ),
    ...section('## What people say', list(skill.phrases, writtenPhrase)),
    ...section(
      '## Often confused with',
      list(skill.confusedWith, (one) => `\`${one.skill}\` ${markdownInside(one.difference)}`.trimEnd()),
    ),
    ...skill.anchors.flatMap((anchor) => writtenLevel(anchor, topLevel(framework))),
  ]
  return `${parts.join('\n\n')}\n`
}

function frontMatter(framework: Framework, skill: Skill): Record<string, unknown> {
  const given = <T>(field: string, value: T): T | undefined =>
    wasLeftOut(framework, `skills/${skill.id}.md`, field) ? undefined : value
  return {
    name: skill.name,
    kind: skill.kind === 'unknown' ? undefined : given('kind', skill.kind),
    group: skill.group,
    prerequisites: given('prerequisites', skill.prerequisites),
    weeks: given(
      'weeks',
      skill.weeks.map(({ upTo, low, high }) => ({ up_to: upTo, low, high })),
    ),
    observability: given('observability', skill.observability),
    access: given('access', skill.access),
    private: skill.private ? true : undefined,
    'first-when-below': skill.firstWhenBelow,
    safeguard: skill.safeguard,
  }
}

function writtenLevel(anchor: Anchor, top: number): string[] {
  const practices = anchor.level === top ? STAY_HERE : NEXT_LEVEL
  return [
    `## Level ${anchor.level}`,
    ...section('### A colleague can see', list(anchor.behaviours, writtenStatement)),
    ...section(`### ${practices}`, list(anchor.practices, writtenStatement)),
    ...section('### Read', list(anchor.reading, writtenResource)),
    ...section('### Anti-pattern', list(anchor.antiPattern ? [anchor.antiPattern] : [], writtenStatement)),
  ]
}

/** A heading without anything below it is not written. */
function section(heading: string, content: string[]): string[] {
  return content.length === 0 ? [] : [heading, ...content]
}

/** A list that stays together, or nothing. */
function list<T>(items: readonly T[], write: (item: T) => string): string[] {
  return items.length === 0 ? [] : [items.map((item) => `- ${write(item)}`).join('\n')]
}

function writtenStatement({ id, text }: Statement): string {
  return `[${id}] ${markdownInside(text)}`
}

function writtenPhrase({ text, means, ask }: Phrase): string {
  return [
    `"${markdownInside(text)}"`,
    ...(means === undefined ? [] : [`  - Mostly means: ${markdownInside(means)}`]),
    ...(ask === undefined ? [] : [`  - Ask back: ${markdownInside(ask)}`]),
  ].join('\n')
}

function writtenResource({ source, take }: Resource): string {
  const line = markdownLine(source)
  return take === undefined ? line : `${line}\n  - ${TAKE_FROM_IT}: ${markdownInside(take)}`
}
