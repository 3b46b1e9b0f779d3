// Writes a framework as the files of a folder, so that reading them gives the same framework again.
import type { Framework } from '../framework/framework.ts'
import type { FolderFile } from '../framework/framework-files.ts'
import { writeExpectations } from './write-expectations.ts'
import { writeFrameworkFile } from './write-framework-file.ts'
import { writeMovesFile } from './write-moves-file.ts'
import { writeRolesFile } from './write-roles-file.ts'
import { writeSkillFile } from './write-skill-file.ts'

/**
 * The folder of docs/framework-format.md, as a person would write it: one skill in each Markdown file, short lists in
 * one line, and nothing that the framework had left out (its `assumptions`). For every framework that was read
 * without errors, `readFrameworkFolder` of the result has the same canonical JSON. In a framework made by other
 * means, spaces and line breaks inside a sentence become one space, and what the format assumes is added on reading.
 * Translations are no part of the value and are not written.
 */
export function writeFrameworkFolder(framework: Framework): FolderFile[] {
  return [
    { path: 'framework.yaml', text: writeFrameworkFile(framework) },
    { path: 'roles.yaml', text: writeRolesFile(framework) },
    { path: 'moves.yaml', text: writeMovesFile(framework) },
    { path: 'expectations.csv', text: writeExpectations(framework) },
    ...framework.skills.map((skill) => ({
      path: `skills/${skill.id}.md`,
      text: writeSkillFile(framework, skill),
    })),
  ]
}
