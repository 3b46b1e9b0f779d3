// The one file that is handed over: a page that opens anywhere, with the same data inside for another Skillmap.

import { documentHtml } from '../packet/document-html.ts'
import { fail, type Result, succeed } from '../result.ts'
import { sayIssue } from '../say-issue.ts'
import type { ShareContent, ShareFile } from './share.ts'
import { shareDocument } from './share-document.ts'
import { shareFileSchema } from './share-schema.ts'

type Hash = (text: string) => string

const OPEN = '<script type="application/json" id="skillmap-share" data-sha256="'
const CLOSE = '</script>'

/** `hash` gives the SHA-256 of a text in hexadecimal digits: it tells a damaged file, not a forged one. */
export function writeSharePage(id: string, content: ShareContent, hash: Hash): string {
  const file: ShareFile = { schema: 'skillmap-share', schemaVersion: 1, id, ...content }
  // Inside a script element only "<" could end it.
  const data = JSON.stringify(file).replaceAll('<', '\\u003c')
  const page = documentHtml(shareDocument(content))
  return page.replace('</body>\n', () => `${OPEN}${hash(data)}">${data}${CLOSE}\n</body>\n`)
}

/** What a page holds, or in one sentence why it cannot be read. Nothing in it is run, and nothing else is looked at. */
export function readSharePage(page: string, hash: Hash): Result<ShareFile, string> {
  const start = page.lastIndexOf(OPEN)
  const data = start === -1 ? -1 : page.indexOf('>', start + OPEN.length) + 1
  const end = data <= 0 ? -1 : page.indexOf(CLOSE, data)
  if (end === -1) return fail('This is no file that was shared from Skillmap: its data are not in it.')
  const text = page.slice(data, end)
  const noted = page.slice(start + OPEN.length, page.indexOf('"', start + OPEN.length))
  if (hash(text) !== noted)
    return fail('This file was changed or cut after it was made. Ask for it once more.')
  const value = jsonOf(text)
  if (value === undefined) return fail('The data in this file cannot be read. Ask for it once more.')
  const parsed = shareFileSchema.safeParse(value, { reportInput: true })
  if (parsed.success) return succeed(parsed.data)
  const [issue] = parsed.error.issues
  const where = issue === undefined ? '' : ` (${issue.path.join('/')}: ${sayIssue(issue)})`
  return fail(`The data in this file are not as Skillmap writes them${where}.`)
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
