// The framework as the browser gets it: what trying needs first, and the texts that may come a moment later.
import type { Framework, Skill } from '../core/framework/framework.ts'

type SkillTexts = Pick<Skill, 'anchors' | 'definition'>

/** By skill id. */
export type Texts = Record<string, SkillTexts>

/** Enough to draw, compute and name; sentences that only pages show are left out. */
export function outlineOf(framework: Framework): Framework {
  return {
    ...framework,
    invariants: [],
    sources: [],
    assumptions: [],
    moves: framework.moves.map(({ from, to, kind, back }) => ({ from, to, kind, ...(back && { back }) })),
    roles: framework.roles.map(({ purpose: _, usualStay: __, scope: ___, ...role }) => role),
    skills: framework.skills.map(({ whyItMatters: _, ...skill }) => ({
      ...skill,
      definition: '',
      phrases: [],
      confusedWith: [],
      anchors: [],
    })),
  }
}

/** What a skill is, what a level of it looks like and what to practise: all that is shown beside a picture. */
export function textsOf(framework: Framework): Texts {
  return Object.fromEntries(
    framework.skills.map(({ id, anchors, definition }) => [
      id,
      { definition, anchors: anchors.map(({ antiPattern: _, ...anchor }) => ({ ...anchor, reading: [] })) },
    ]),
  )
}

export function withTexts(outline: Framework, texts: Texts): Framework {
  return { ...outline, skills: outline.skills.map((skill) => ({ ...skill, ...texts[skill.id] })) }
}

/** A classic script that assigns one constant: it works from a file path, where a page may not read files. */
export function constantScript(name: string, value: unknown): string {
  return `const ${name}=${JSON.stringify(value)}\n`
}
