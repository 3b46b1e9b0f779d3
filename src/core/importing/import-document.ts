// A text source with what every recogniser asks about it, worked out once.
import { findUnreadable } from '../framework/read-yaml.ts'
import { type Delimited, readDelimited } from './delimited.ts'
import { readHtmlPage } from './html-page.ts'
import type { ImportProblem, ImportSource } from './import-source.ts'
import { readMarkdownPage } from './markdown-page.ts'
import type { Page } from './page.ts'

export interface ImportDocument {
  path: string
  /** Without a byte order mark and with one kind of line end. */
  text: string
  /** The parsed value where the text is JSON; undefined where it is not. */
  json: unknown
  /** What the text is if it is no data; worked out when first asked for. */
  content(): DocumentContent
}

/** At most one of the three. */
export interface DocumentContent {
  /** Headings, lists and tables, where the text is Markdown or HTML. */
  page?: Page
  /** Rows and columns, where the text is separated by commas, semicolons, tabs or bars. */
  delimited?: Delimited
  /** Why it could not be read at all. */
  problem?: ImportProblem
}

export function documentsOf(sources: ImportSource[]): ImportDocument[] {
  return sources.flatMap((source) => (source.kind === 'text' ? documentOf(source.path, source.text) : []))
}

function documentOf(path: string, source: string): ImportDocument {
  const text = source.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const json = jsonOf(text)
  let content: DocumentContent | undefined
  return {
    path,
    text,
    json,
    content() {
      content ??= json === undefined ? contentOf(path, text) : {}
      return content
    },
  }
}

function contentOf(path: string, text: string): DocumentContent {
  const unreadable = findUnreadable(text)
  if (unreadable >= 0) {
    const line = text.slice(0, unreadable).split('\n').length
    const mend = 'Check that it is a text, a table or a page, saved as UTF-8.'
    return { problem: { place: { path, line }, message: 'It holds characters that no text has.', mend } }
  }
  if (text.trim() === '') return {}
  if (isHtml(text)) return { page: readHtmlPage(path, text) }
  const delimited = readDelimited(text)
  if (delimited !== undefined && !looksLikeMarkdown(text)) return { delimited }
  if (!hasMarkdown(text) && !looksLikeMarkdown(text)) return {}
  const page = readMarkdownPage(path, text)
  return 'blocks' in page ? { page } : { problem: page }
}

function isHtml(text: string): boolean {
  const start = text.slice(0, 5000)
  return /^\s*<(?:!doctype|!--|html|head|body|meta|table|div|p|span|h[1-6]|ul|ol|style|section|article|google-sheets)/i.test(
    start,
  )
}

/** A table with bars, or headings in front of something: commas in its sentences do not make it a table. */
function looksLikeMarkdown(text: string): boolean {
  return /^\s*\|?[ \t]*:?-{2,}:?[ \t]*\|[ \t|:-]*$/m.test(text) || /^#{1,6} .+\n+(?:[-*+|#\d]|\w)/m.test(text)
}

function hasMarkdown(text: string): boolean {
  return (
    /^#{1,6}[ \t]/m.test(text) ||
    /^[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+\S/m.test(text) ||
    /^\S.*\n(?:=+|-+)[ \t]*$/m.test(text)
  )
}

function jsonOf(text: string): unknown {
  if (!/^\s*[{[]/.test(text)) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Whether a line at the left edge of a YAML text begins with this key. */
export function hasYamlKey(text: string, key: string): boolean {
  return new RegExp(`^${key}[ \\t]*:`, 'm').test(text)
}

/** The name without folders and ending, for naming a framework after its file. */
export function baseName(path: string): string {
  const name = path.replaceAll('\\', '/').split('/').at(-1) ?? path
  return name.replace(/\.[A-Za-z0-9]{1,5}$/, '')
}
