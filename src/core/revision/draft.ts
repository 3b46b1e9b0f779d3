// A draft of an own framework: the files that were touched, laid over the folder as it is.

import type { FolderFile } from '../framework/framework-files.ts'

/** One touched file. */
export interface DraftFile {
  path: string
  /** Null: the draft removes the file. */
  content: string | null
  /** Chosen by the writer; the entity tag. */
  revisionId: string
  /** SHA-256 of the folder's file that was edited; null where there was none. */
  baseHash: string | null
  updatedAt: string
}

export interface Draft {
  id: string
  frameworkId: string
  createdAt: string
  /** Set when it was published or let go. */
  endedAt: string | null
  /** The version it became. */
  digest: string | null
}

/** A remark on a skill, on one of its levels, or on what a role expects of it. */
export interface DraftComment {
  id: string
  draftId: string
  authorId: string
  skill: string
  level: number | null
  role: string | null
  content: string
  writtenAt: string
  resolvedAt: string | null
}

/** In characters. */
export const LONGEST_COMMENT = 4000

/** The files as they would be published: untouched ones byte for byte. */
export function layOver(folder: readonly FolderFile[], touched: readonly DraftFile[]): FolderFile[] {
  const byPath = new Map(folder.map((file) => [file.path, file.text]))
  for (const { path, content } of touched) {
    if (content === null) byPath.delete(path)
    else byPath.set(path, content)
  }
  return [...byPath].map(([path, text]) => ({ path, text }))
}

/** Touched files that are the same as in the folder say nothing. */
export function changedPaths(folder: readonly FolderFile[], touched: readonly DraftFile[]): string[] {
  const byPath = new Map(folder.map((file) => [file.path, file.text]))
  return touched.filter((file) => (byPath.get(file.path) ?? null) !== file.content).map((file) => file.path)
}

/** Whether somebody edited the folder's file too, since the draft took it from there. */
export function isOvertaken(file: DraftFile, folderHash: string | null): boolean {
  return file.baseHash !== folderHash
}

/** Files of a framework, and no others: what a draft may write into the folder. */
export function isDraftPath(path: string): boolean {
  return (
    ['framework.yaml', 'roles.yaml', 'moves.yaml', 'expectations.csv'].includes(path) ||
    /^skills\/[a-z][a-z0-9-]{0,99}(\.[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*)?\.md$/.test(path)
  )
}

/**
 * framework.yaml with another version label, and every other byte as it was. A missing label is added behind the
 * name; null where there is neither.
 */
export function withVersionLabel(yaml: string, label: string): string | null {
  const written = JSON.stringify(label)
  const known = /^version:[ \t]*("(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[^#\s][^#\n]*?)?([ \t]*(?:#[^\n]*)?\r?)$/m
  if (known.test(yaml)) return yaml.replace(known, (_, _old, rest: string) => `version: ${written}${rest}`)
  const name = /^name:[^\n]*\n/m.exec(yaml)
  if (name === null) return null
  const at = name.index + name[0].length
  return `${yaml.slice(0, at)}version: ${written}\n${yaml.slice(at)}`
}
