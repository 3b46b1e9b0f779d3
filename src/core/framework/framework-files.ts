// Sorts a folder's files by what they are, and refuses what no framework needs.
import { idFrom, shown } from './describe-issue.ts'
import { ID_PATTERN } from './file-words.ts'
import { nearestWord } from './nearest-word.ts'
import { compareText, errorAt, type Problem, warningAt } from './problem.ts'
import { findUnreadable, unreadableText } from './read-yaml.ts'

export interface FolderFile {
  /** Inside the folder, with slashes. */
  path: string
  text: string
}

export interface SkillFile {
  id: string
  /** Undefined for the original. */
  language: string | undefined
  file: string
  text: string
}

export interface SortedFiles {
  framework: string | undefined
  roles: string | undefined
  moves: string | undefined
  expectations: string | undefined
  skills: SkillFile[]
  /** Ids of skills that have a file which cannot be read. */
  unreadable: string[]
}

const MOST_FILES = 2000
const LONGEST_FILE = 2 * 1024 * 1024
const NAMES = {
  'framework.yaml': 'framework',
  'roles.yaml': 'roles',
  'moves.yaml': 'moves',
  'expectations.csv': 'expectations',
} as const

export function sortFiles(files: FolderFile[], problems: Problem[]): SortedFiles {
  const sorted: SortedFiles = {
    framework: undefined,
    roles: undefined,
    moves: undefined,
    expectations: undefined,
    skills: [],
    unreadable: [],
  }
  if (files.length > MOST_FILES) {
    problems.push(
      errorAt(
        { file: '.', line: null },
        `The folder has ${files.length} files; at most ${MOST_FILES} are read.`,
        'Check that it is the right folder.',
      ),
    )
    return sorted
  }
  const seen = new Set<string>()
  for (const { path, text } of files.toSorted((a, b) => compareText(a.path, b.path))) {
    const file = path.replaceAll('\\', '/').replace(/^(\.\/)+/, '')
    if (seen.has(file))
      problems.push(errorAt({ file, line: null }, 'The file was given twice.', 'Keep one of the two.'))
    else sortFile(file, text, sorted, problems)
    seen.add(file)
  }
  for (const name of Object.keys(NAMES)) {
    if (!seen.has(name))
      problems.push(
        errorAt(
          { file: name, line: null },
          'The file is missing.',
          `Add ${name}; docs/framework-format.md shows what belongs in it.`,
        ),
      )
  }
  return sorted
}

function sortFile(file: string, text: string, sorted: SortedFiles, problems: Problem[]): void {
  const name = NAMES[file as keyof typeof NAMES]
  if (Object.hasOwn(NAMES, file)) sorted[name] = cleanText(file, text, problems)
  else if (file.startsWith('skills/')) sortSkillFile(file, text, sorted, problems)
  else {
    const nearest = nearestWord(file, Object.keys(NAMES))
    if (nearest !== undefined)
      problems.push(
        warningAt(
          { file, line: null },
          'The file is not read.',
          `Is it meant to be ${nearest}? Then rename it.`,
        ),
      )
  }
}

function sortSkillFile(file: string, text: string, sorted: SortedFiles, problems: Problem[]): void {
  const name = file.slice('skills/'.length)
  // Hidden files are the computer's own, such as .DS_Store.
  if (name.startsWith('.')) return
  const [, id = '', language] = /^([^/.]+)(?:\.([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*))?\.md$/.exec(name) ?? []
  const place = { file, line: null }
  if (id === '') {
    problems.push(
      warningAt(
        place,
        'The file is not read.',
        'A skill is a file such as skills/listening.md, and skills/listening.de.md its translation.',
      ),
    )
    return
  }
  if (!ID_PATTERN.test(id)) {
    const suggestion = idFrom(id)
    const mend =
      suggestion === ''
        ? 'Rename it to lower-case words joined by hyphens.'
        : `Rename it to skills/${suggestion}.md.`
    problems.push(
      errorAt(place, `"${shown(id)}" is not an id, and the file's name is the id of the skill.`, mend),
    )
    return
  }
  const clean = cleanText(file, text, problems)
  if (clean === undefined) sorted.unreadable.push(id)
  else sorted.skills.push({ id, language, file, text: clean })
}

/** Without a byte order mark and with one kind of line end; undefined where it is no text, empty or too long. */
function cleanText(file: string, text: string, problems: Problem[]): string | undefined {
  if (text.length > LONGEST_FILE) {
    problems.push(
      errorAt(
        { file, line: null },
        'The file is larger than 2 MB.',
        'Shorten it, or check that it is the right file.',
      ),
    )
    return undefined
  }
  const clean = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const unreadable = findUnreadable(clean)
  if (unreadable >= 0) {
    problems.push(unreadableText({ file, line: clean.slice(0, unreadable).split('\n').length }))
    return undefined
  }
  if (clean.trim() === '') {
    problems.push(
      errorAt(
        { file, line: 1 },
        'The file is empty.',
        'Write it, or copy one from the example; docs/framework-format.md shows what belongs in it.',
      ),
    )
    return undefined
  }
  return clean
}
