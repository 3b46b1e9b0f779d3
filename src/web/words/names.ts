// Names of the framework's own things, for ids that may come from an address bar.
import type { Framework } from '../../core/framework/framework.ts'
import { inSentence, withArticle } from '../../core/planning/plain-words.ts'
import { STAY } from '../../core/target/target.ts'
import { shellWords } from './shell.ts'

export function roleName(framework: Framework, id: string): string {
  return framework.roles.find((role) => role.id === id)?.name ?? id
}

export function skillName(framework: Framework, id: string): string {
  return framework.skills.find((skill) => skill.id === id)?.name ?? id
}

export function destinationName(framework: Framework, id: string): string {
  return id === STAY ? shellWords.stay : roleName(framework, id)
}

/** The scale's short descriptions carry no full stop; behaviours do. */
export function asSentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`
}

/** Framework authors may write their quotation marks or leave them out. */
export function quoted(text: string): string {
  return `“${text.replace(/^["“]|["”]$/g, '')}”`
}

/** A role's name in the middle of a sentence: "staff engineer". */
export function roleInSentence(framework: Framework, id: string): string {
  return inSentence(roleName(framework, id), framework.language)
}

/** "a staff engineer". */
export function aRole(framework: Framework, id: string): string {
  return withArticle(roleInSentence(framework, id))
}
