// Recognises and reads the Markdown document that Skillmap writes.
import { MOVE_KINDS } from '../framework/assumed-words.ts'
import { completeFramework } from '../framework/complete-framework.ts'
import { idFrom } from '../framework/describe-issue.ts'
import type { Framework } from '../framework/framework.ts'
import type { FrameworkFile } from '../framework/framework-file.ts'
import { lintFramework } from '../framework/lint-framework.ts'
import { hasErrors } from '../framework/problem.ts'
import { DOCUMENT_PARTS } from '../framework-export/write-document.ts'
import { baseName, type ImportDocument } from './import-document.ts'
import type { Loss } from './import-source.ts'
import { nameFrom } from './naming.ts'
import { type OwnBlock, ownBlocks, plain } from './own-document-blocks.ts'
import { readDocumentRoles } from './own-document-roles.ts'
import { readDocumentSkills } from './own-document-skills.ts'
import { type Found, found, type ImportBundle, type Recognition, unreadSource } from './recognition.ts'

export function recogniseOwnDocument({ documents, sources, choices }: ImportBundle): Recognition | undefined {
  const document = documents.find(({ text }) => isOwn(text))
  if (document === undefined) return undefined
  return {
    kind: 'skillmap-document',
    sure: 1,
    why: 'Skillmap wrote this document. It holds the words of a framework; ids, weeks of practice, colours and the picture were never in it.',
    read: () => {
      const result = readDocument(document, choices.name)
      const others = sources.filter(({ path }) => path !== document.path)
      const unread = others.map((other) => unreadSource(other, 'One document holds all of it.'))
      return { ...result, losses: [...result.losses, ...unread] }
    },
  }
}

function isOwn(text: string): boolean {
  if (!/^# .+\n\nVersion /.test(text)) return false
  return [DOCUMENT_PARTS.contents, DOCUMENT_PARTS.scale, DOCUMENT_PARTS.roles, DOCUMENT_PARTS.skills].every(
    (part) => text.includes(`\n## ${part}\n`),
  )
}

/** The blocks below each heading of the second depth. */
export type DocumentParts = Map<string, OwnBlock[]>

function partsOf(blocks: OwnBlock[]): DocumentParts {
  const parts: DocumentParts = new Map([['', []]])
  let name = ''
  for (const block of blocks) {
    if (block.kind === 'heading' && block.depth === 2) {
      name = block.text
      parts.set(name, [])
    } else parts.get(name)?.push(block)
  }
  return parts
}

function readDocument({ path, text }: ImportDocument, wanted: string | undefined): Found {
  const parts = partsOf(ownBlocks(text))
  const losses: Loss[] = []
  const skills = readDocumentSkills(parts.get(DOCUMENT_PARTS.skills) ?? [], path, losses)
  const roles = readDocumentRoles(parts.get(DOCUMENT_PARTS.roles) ?? [], skills.skills, path, losses)
  if (skills.skills.length === 0 || roles.roles.length === 0 || skills.groups.length === 0) {
    const message = 'The document has no roles or no skills below its headings.'
    return found({ losses, problems: [{ place: { path }, message, mend: 'Export it once more.' }] })
  }
  const framework = completeFramework({
    framework: { ...headOf(parts, path, wanted), groups: skills.groups, ...roles.head },
    roles: roles.roles,
    moves: { moves: roles.moves.map((move) => ({ ...move, kind: kindNamed(move.kind, path, losses) })) },
    expectations: {
      expectations: roles.expectations,
      skillOrder: skills.skills.map(({ id }) => id),
      ...{ assumptions: [], dropped: [] },
    },
    skills: skills.skills,
  })
  return checked(framework, losses, path)
}

function checked(framework: Framework, losses: Loss[], path: string): Found {
  const problems = lintFramework(framework).filter(({ severity }) => severity === 'error')
  if (!hasErrors(problems)) return found({ framework, losses })
  return found({
    losses,
    problems: problems.slice(0, 100).map(({ message, mend }) => ({ place: { path }, message, mend })),
  })
}

/** The words for kinds of moves are a framework's own, and the document says them without saying what they stand for. */
function kindNamed(name: string, path: string, losses: Loss[]): keyof typeof MOVE_KINDS {
  const kinds = Object.entries(MOVE_KINDS) as [keyof typeof MOVE_KINDS, { name: string }][]
  const kind = kinds.find(([, words]) => words.name === name)?.[0]
  const what = `The kind of move "${name}"`
  if (kind === undefined && !losses.some((loss) => loss.what === what))
    losses.push({
      place: { path },
      what,
      why: 'The document does not say what it stands for; it is taken for a neighbouring role.',
    })
  return kind ?? 'side'
}

type Head = Omit<FrameworkFile, 'groups' | 'paths' | 'bands' | 'week'>

function headOf(parts: DocumentParts, path: string, wanted: string | undefined): Head {
  const top = parts.get('') ?? []
  const title = top.find((block) => block.kind === 'heading')
  const name = nameFrom(wanted ?? title?.text ?? '') || baseName(path)
  const [line, ...prose] = top.flatMap((block) => (block.kind === 'paragraph' ? plain(block.raw) : []))
  const [version = '', licence] = (line ?? '').replace(/^Version /, '').split(' · ')
  const [description, honesty] = prose.length === 2 ? prose : [prose.join('\n\n')]
  const scale = parts.get(DOCUMENT_PARTS.scale) ?? []
  const rule = scale.find((block) => block.kind === 'paragraph')
  return {
    id: idFrom(name, 8) || 'framework',
    name,
    version: nameFrom(version) || '1',
    ...(licence === undefined ? {} : { licence: nameFrom(licence) }),
    ...(description ? { description } : {}),
    ...(honesty === undefined ? {} : { honesty }),
    ...(rule === undefined ? {} : { counting_rule: plain(rule.raw) }),
    scale: scaleOf(scale),
    ...sourcesOf(parts.get(DOCUMENT_PARTS.sources) ?? []),
  }
}

function scaleOf(blocks: OwnBlock[]): Head['scale'] {
  const table = blocks.find((block) => block.kind === 'table')
  return (table?.rows.slice(1) ?? []).flatMap(([level = '', name = '', scope = '', tell = '']) => {
    if (!/^\d{1,2}$/.test(level)) return []
    return [
      {
        level: Number(level),
        name: name || `Level ${level}`,
        ...(scope && { scope }),
        ...(tell && { tell }),
      },
    ]
  })
}

function sourcesOf(blocks: OwnBlock[]): Pick<Head, 'sources'> {
  const lines = blocks.flatMap((block) => (block.kind === 'list' ? block.items : []))
  const sources = lines.flatMap(({ raw }) => {
    const [, author, title, usedFor] =
      /^(?:(.*) · )?(?<!\\)\*((?:\\.|[^*\\])+)\*(?: · (.*))?$/.exec(raw) ?? []
    if (title === undefined) return []
    return [
      {
        title: plain(title),
        ...(author && { author: plain(author) }),
        ...(usedFor && { used_for: plain(usedFor) }),
      },
    ]
  })
  return sources.length === 0 ? {} : { sources }
}
