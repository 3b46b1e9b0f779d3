// Reads a framework from the files of a folder, and tells everything that is wrong with them.
import type * as z from 'zod'
import { checkShape, type Shaped } from './check-shape.ts'
import { completeFramework } from './complete-framework.ts'
import { checkSkillOrder } from './complete-skills.ts'
import type { Framework } from './framework.ts'
import { type FrameworkFile, frameworkFile } from './framework-file.ts'
import { type FolderFile, type SkillFile, type SortedFiles, sortFiles } from './framework-files.ts'
import { type MovesFile, movesFile } from './moves-file.ts'
import { namePlaces } from './name-places.ts'
import { type Problem, tidyProblems } from './problem.ts'
import { readExpectations } from './read-expectations.ts'
import { type ReadSkill, readSkill, type SkillText } from './read-skill.ts'
import { readTranslations } from './read-translations.ts'
import { readYaml } from './read-yaml.ts'
import { type RolesFile, rolesFile } from './roles-file.ts'
import type { SourceMap } from './source-map.ts'

export interface ReadFolder {
  /**
   * Null where too little is left to make sense. With errors it is what could be read, good for showing and for
   * finding more problems; only a framework without errors may be put to use.
   */
  framework: Framework | null
  /** By file, then line. */
  problems: Problem[]
  /** Where each part was written, for `lintFramework`. */
  sources: SourceMap
  /** Ids and keys of things that are there but could not be read: what follows from that is no second problem. */
  unreadable: ReadonlySet<string>
}

/**
 * Pure: the same files give the same framework on every machine, in a browser as on a server. Never throws, whatever
 * the files hold. At most 2,000 files of at most 2 MB each.
 */
export function readFrameworkFolder(files: FolderFile[]): ReadFolder {
  const problems: Problem[] = []
  const sources: SourceMap = new Map()
  const sorted = sortFiles(files, problems)
  const framework = shaped(frameworkFile, 'framework.yaml', sorted.framework, sources, problems)
  const roles = shaped(rolesFile, 'roles.yaml', sorted.roles, sources, problems)
  const moves = shaped(movesFile, 'moves.yaml', sorted.moves, sources, problems)
  const expectations = readExpectations(sorted.expectations, sources, problems)
  const { skills, unreadable } = readSkills(sorted, sources, problems)
  for (const id of [...framework.dropped, ...roles.dropped, ...expectations.dropped]) unreadable.add(id)
  checkSkillOrder(framework.value?.groups ?? [], skills, sources, unreadable, problems)
  const complete = joined(framework.value, roles.value, moves.value, (raw, rawRoles, rawMoves) =>
    completeFramework({ framework: raw, roles: rawRoles.roles, moves: rawMoves, expectations, skills }),
  )
  return { framework: complete, problems: tidyProblems(problems), sources, unreadable }
}

/** Without groups, paths, a scale and roles there is nothing to show; moves may be missing for the time being. */
function joined(
  framework: FrameworkFile | undefined,
  roles: RolesFile | undefined,
  moves: MovesFile | undefined,
  join: (framework: FrameworkFile, roles: RolesFile, moves: MovesFile) => Framework,
): Framework | null {
  if (framework === undefined || roles === undefined) return null
  return join(framework, roles, moves ?? { moves: [] })
}

function shaped<T extends z.ZodType>(
  schema: T,
  file: string,
  text: string | undefined,
  sources: SourceMap,
  problems: Problem[],
): Shaped<z.infer<T>> {
  const yaml = text === undefined ? undefined : readYaml(file, text, problems)
  if (yaml === undefined) return { value: undefined, raw: undefined, dropped: [] }
  const result = checkShape(schema, yaml, file, problems)
  namePlaces(result.raw, yaml.lines, '', file, sources)
  return result
}

function readSkills(sorted: SortedFiles, sources: SourceMap, problems: Problem[]) {
  const skills: ReadSkill[] = []
  const unreadable = new Set(sorted.unreadable)
  const originals = sorted.skills.filter((file) => file.language === undefined)
  const texts = new Map<string, SkillText>()
  for (const { id, file, text } of originals) {
    const skill = readSkill({ id, file, sources, problems }, text)
    if (skill === undefined) unreadable.add(id)
    else {
      skills.push(skill)
      texts.set(id, skill.text)
    }
  }
  readTranslations(sorted.skills.filter(isTranslation), texts, unreadable, problems)
  return { skills, unreadable }
}

function isTranslation(file: SkillFile): file is SkillFile & { language: string } {
  return file.language !== undefined
}
