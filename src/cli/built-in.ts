// The framework that comes with Skillmap, and the things in it that somebody names on the command line.
import { fileURLToPath } from 'node:url'
import type { Framework, Role, Skill } from '../core/framework/framework.ts'
import { nearestWord } from '../core/framework/nearest-word.ts'
import { readBuiltInFramework } from '../server/built-in-framework.ts'
import { CommandFailure } from './command.ts'

/** The folder that it lies in. */
export const builtInFolder = fileURLToPath(new URL('../../frameworks/skillmap', import.meta.url))

export async function loadFramework(): Promise<Framework> {
  return (await readBuiltInFramework(builtInFolder)).framework
}

/** By id, code or name; whatever case. Suggests the nearest one when there is none. */
export function roleNamed(framework: Framework, word: string): Role {
  const found = framework.roles.find((role) => isMeant(word, [role.id, role.code, role.name]))
  if (found !== undefined) return found
  throw notFound('role', word, framework.roles)
}

/** By id or name. */
export function skillNamed(framework: Framework, word: string): Skill {
  const found = framework.skills.find((skill) => isMeant(word, [skill.id, skill.name]))
  if (found !== undefined) return found
  throw notFound('skill', word, framework.skills)
}

function isMeant(word: string, names: readonly string[]): boolean {
  return names.some((name) => name.toLowerCase() === word.toLowerCase())
}

function notFound(
  noun: string,
  word: string,
  known: readonly { id: string; name: string }[],
): CommandFailure {
  const partly = known.filter(({ id, name }) => `${id} ${name}`.toLowerCase().includes(word.toLowerCase()))
  const ids = (partly.length > 0 ? partly : known).map(({ id }) => id)
  const nearest = partly.length === 1 ? ids[0] : nearestWord(word, ids)
  const hint =
    nearest !== undefined && partly.length < 2
      ? `Did you mean “${nearest}”?`
      : `${partly.length > 0 ? 'Perhaps' : 'There are'}: ${ids.join(', ')}.`
  return new CommandFailure(`No ${noun} is called “${word}”. ${hint}`)
}
