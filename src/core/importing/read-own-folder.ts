// Recognises a folder of Skillmap's own files by what is in them, wherever they lie and whatever they are called.
import { checkFramework } from '../framework/check-framework.ts'
import { idFrom } from '../framework/describe-issue.ts'
import { ID_PATTERN } from '../framework/file-words.ts'
import type { FolderFile } from '../framework/framework-files.ts'
import { baseName, hasYamlKey, type ImportDocument } from './import-document.ts'
import type { Loss } from './import-source.ts'
import { type Found, found, type ImportBundle, type Recognition, unreadSource } from './recognition.ts'

const MAIN = 'framework.yaml'

export function recogniseOwnFolder({ documents, sources }: ImportBundle): Recognition | undefined {
  const roles = documents.map((document) => ({ document, role: roleOf(document) }))
  const main = roles.find(({ role }) => role === MAIN)
  const files = new Set(roles.map(({ role }) => role))
  if (main === undefined || !files.has('roles.yaml')) return undefined
  return {
    kind: 'skillmap-folder',
    sure: 1,
    why: 'A file names a scale, groups and paths, and another one roles: the files of a framework folder.',
    read: () => {
      const unread: Loss[] = sources
        .filter((source) => source.kind === 'table')
        .map((source) => unreadSource(source, 'A framework folder has no sheets.'))
      return readOwnFolder(roles, unread)
    },
  }
}

interface Sorted {
  document: ImportDocument
  role: string | undefined
}

/** The first file of each kind counts; the name that the folder reader knows leads back to the file's own. */
function readOwnFolder(sorted: Sorted[], losses: Loss[]): Found {
  const files: FolderFile[] = []
  const ownPath = new Map<string, string>()
  const why = 'A framework folder has no such file.'
  for (const { document, role } of sorted) {
    const name = role === 'skill' ? skillPath(document, ownPath) : role
    if (name === undefined || ownPath.has(name))
      losses.push(
        unreadSource(document, name === undefined ? why : `It has the same part as another file: ${name}.`),
      )
    else {
      ownPath.set(name, document.path)
      files.push({ path: name, text: document.text })
    }
  }
  const { framework, problems } = checkFramework(files)
  return found({
    framework,
    losses,
    problems: problems
      .filter(({ severity }) => severity === 'error')
      .map(({ file, line, message, mend }) => ({
        place: { path: ownPath.get(file) ?? file, ...(line === null ? {} : { line }) },
        message,
        mend,
      })),
  })
}

function roleOf({ text }: ImportDocument): string | undefined {
  if (/^---[ \t]*\n(?:.*\n){0,80}?(?:name|group)[ \t]*:/.test(text)) return 'skill'
  if (/^role,skill,level(,weight)?[ \t]*$/im.test(text.slice(0, 200))) return 'expectations.csv'
  if (hasYamlKey(text, 'scale') && hasYamlKey(text, 'groups') && hasYamlKey(text, 'paths')) return MAIN
  if (hasYamlKey(text, 'moves') && /^ *- *\{? *(from|to|kind) *:/m.test(text)) return 'moves.yaml'
  if (hasYamlKey(text, 'moves') && /^moves *: *\[ *\]/m.test(text)) return 'moves.yaml'
  if (hasYamlKey(text, 'roles') && /^[ -]*\{? *id *:/m.test(text) && /\bpath *:/.test(text))
    return 'roles.yaml'
  return undefined
}

/** The id of a skill is its file's name; where that is no id, the skill's name gives one. */
function skillPath({ path, text }: ImportDocument, taken: ReadonlyMap<string, string>): string {
  const file = path.replaceAll('\\', '/').split('/').at(-1) ?? ''
  const [, own = baseName(path), language] =
    /^([^.]+?)(?:\.([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*))?\.md$/.exec(file) ?? []
  const name = /^name[ \t]*:[ \t]*(.+)$/m.exec(text)?.[1] ?? ''
  const id = ID_PATTERN.test(own) ? own : idFrom(own) || idFrom(name) || 'skill'
  const suffix = language === undefined ? '' : `.${language}`
  const plain = `skills/${id}${suffix}.md`
  return taken.has(plain) && language === undefined ? `skills/${idFrom(name) || `${id}-2`}.md` : plain
}
