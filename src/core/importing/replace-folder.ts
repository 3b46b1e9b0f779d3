// A folder of one's own with another version written into it: what else lies in it stays, and what cannot is named.
import { Lexer } from 'yaml'
import type { Framework } from '../framework/framework.ts'
import type { FolderFile } from '../framework/framework-files.ts'
import { writeFrameworkFolder } from '../framework-export/write-folder.ts'
import { isDraftPath } from '../revision/draft.ts'
import type { Loss } from './import-source.ts'

const TRANSLATION = /^skills\/([^/.]+)\.[^/]+\.md$/
const SKILL = /^skills\/([^/.]+)\.md$/

/** The files of the folder as they shall be. A translation stays with its skill, whatever became of its words. */
export function replaceFolder(
  folder: readonly FolderFile[],
  framework: Framework,
): { files: FolderFile[]; losses: Loss[] } {
  const written = writeFrameworkFolder(framework)
  const paths = new Set(written.map((file) => file.path))
  const skills = new Set(framework.skills.map((skill) => skill.id))
  const stays = ({ path }: FolderFile) => {
    if (!isDraftPath(path)) return true
    const translated = TRANSLATION.exec(path)?.[1]
    return translated !== undefined && skills.has(translated)
  }
  const others = folder.filter((file) => !paths.has(file.path))
  return {
    files: [...written, ...others.filter(stays)],
    losses: [
      ...others.filter((file) => TRANSLATION.test(file.path) && !stays(file)).map(lossOfTranslation),
      ...folder.filter((file) => paths.has(file.path) && hasComments(file)).map(lossOfComments),
    ],
  }
}

function lossOfTranslation({ path }: FolderFile): Loss {
  return { place: { path }, what: 'The translation', why: 'Its skill is not in the new version.' }
}

function lossOfComments({ path }: FolderFile): Loss {
  return {
    place: { path },
    what: 'Comments',
    why: 'The file is written anew, and comments are not a part of what it says.',
  }
}

/** Whether people wrote remarks for each other into the YAML of a file. */
function hasComments({ path, text }: FolderFile): boolean {
  const yaml = SKILL.test(path) ? (/^---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] ?? '') : text
  if (!SKILL.test(path) && !/\.yaml$/.test(path)) return false
  // A scalar is announced by a control character; its text may begin with the sign of a comment.
  const tokens = [...new Lexer().lex(yaml)]
  return tokens.some((token, index) => token.startsWith('#') && tokens[index - 1] !== SCALAR)
}

const SCALAR = '\u001f'
