// Makes sources for the tests of importing.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Framework } from '../../src/core/framework/framework.ts'
import type { ImportReading, ImportSource } from '../../src/core/importing/import-source.ts'

export function textSource(path: string, text: string): ImportSource {
  return { kind: 'text', path, text }
}

/** A sample of ours under a name that says nothing about it. */
export function sample(file: string, path: string): ImportSource {
  return textSource(path, readFileSync(join(import.meta.dirname, 'samples', file), 'utf8'))
}

/** The framework of a reading; fails with what was told where there is none. */
export function frameworkOf(reading: ImportReading): Framework {
  if (reading.framework === null) throw new Error(JSON.stringify(reading.problems))
  return reading.framework
}

/** Level of each skill by name, for a role by name. */
export function levelsOf(framework: Framework, roleName: string): Record<string, number> {
  const role = framework.roles.find(({ name }) => name === roleName)
  return Object.fromEntries(
    framework.skills.flatMap((skill) => {
      const level = framework.expectations[role?.id ?? '']?.[skill.id]?.level
      return level === undefined ? [] : [[skill.name, level]]
    }),
  )
}

export function statementsOf(framework: Framework, skillName: string): Record<number, string[]> {
  const anchors = framework.skills.find(({ name }) => name === skillName)?.anchors ?? []
  return Object.fromEntries(
    anchors.map(({ level, behaviours }) => [level, behaviours.map(({ text }) => text)]),
  )
}

export function movesOf(framework: Framework): string[] {
  return framework.moves.map(({ from, to, kind }) => `${from} ${kind} ${to}`)
}

/** Frameworks of others that may lie beside the project. */
const REAL = ['../../../shared/data/frameworks', '../../../../shared/data/frameworks']
  .map((path) => join(import.meta.dirname, path))
  .find((path) => existsSync(path))

export const hasRealFrameworks = REAL !== undefined

/** The files of a real framework under names that say nothing; undefined where there is none. */
export function realSources(name: string, pick: RegExp): ImportSource[] | undefined {
  if (REAL === undefined) return undefined
  const folder = join(REAL, name)
  return readdirSync(folder)
    .filter((file) => pick.test(file))
    .map((file, index) => textSource(`file-${index}`, readFileSync(join(folder, file), 'utf8')))
}
