// What the files of a framework are called in the editor, and how a new skill begins.
import { editorWords } from '../words/editor.ts'

export const EXPECTATIONS = 'expectations.csv'

/** The skill's own name where its front matter says it, else its id; or what kind of file it is. */
export function fileName(path: string, text: string | null): string {
  const known = editorWords.fileNames[path]
  if (known !== undefined) return known
  const named = /^name:[ \t]*(.+?)[ \t]*$/m.exec(text ?? '')?.[1]?.replace(/^(["'])(.*)\1$/, '$2')
  return named ?? path.replace(/^skills\//, '').replace(/\.md$/, '')
}

/** "Handing over" → "handing-over"; empty where nothing of it can stand in an id. */
export function idFromName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 60)
}

/** A skill with everything it must have; lint says what is still to be written. */
export function newSkillText(name: string, group: string): string {
  return `---\nname: ${JSON.stringify(name)}\ngroup: ${group}\n---\n\nWhat this skill is, in one sentence.\n`
}

/** The first group that framework.yaml names. */
export function firstGroup(yaml: string | null): string {
  const groups = /^groups:\s*\n((?:[ \t]+.*\n?|\n)*)/m.exec(yaml ?? '')?.[1] ?? ''
  return /id:[ \t]*["']?([a-z][a-z0-9-]*)/.exec(groups)?.[1] ?? 'group'
}
