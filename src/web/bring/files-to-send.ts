// Makes one thing to send of what somebody chose, dropped or pasted: a file, several packed into one, or a table.
import { bringWords } from '../words/bring.ts'

export interface FileToSend {
  file: Blob
  name: string
}

/** As the server takes it, in bytes. */
export const MOST_BYTES = 20 * 1024 * 1024

/** Several files, or a folder, become one archive. Null where there are none. */
export async function packChosen(files: readonly File[]): Promise<FileToSend | null> {
  const [only] = files
  if (only === undefined) return null
  if (files.length === 1) return { file: only, name: only.name }
  const { zipSync } = await import('fflate')
  const parts: Record<string, Uint8Array> = {}
  for (const file of files) parts[pathOf(file, parts)] = new Uint8Array(await file.arrayBuffer())
  const packed = zipSync(parts, { level: 0 }) as Uint8Array<ArrayBuffer>
  return { file: new Blob([packed]), name: `${files.length} files.zip` }
}

/** Two files of the same name come from different folders. */
function pathOf(file: File, taken: Record<string, unknown>): string {
  const path = file.webkitRelativePath || file.name
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? path : `${number}/${path}`
    if (!(name in taken)) return name
  }
}

/** A table of a page comes with its markup, which knows about merged cells; cells of a sheet come with tabs, too. */
export function pastedFrom(data: DataTransfer): FileToSend | null {
  const html = data.getData('text/html')
  const text = data.getData('text/plain')
  const content = /<table[\s>]/i.test(html) ? html : text
  if (content.trim() === '') return null
  return { file: new Blob([content]), name: bringWords.pastedName }
}

/** Files that were dropped, those inside of folders too. */
export async function droppedFrom(data: DataTransfer): Promise<File[]> {
  const entries = [...data.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null)
  if (entries.length === 0) return [...data.files]
  return (await Promise.all(entries.map(filesIn))).flat()
}

async function filesIn(entry: FileSystemEntry): Promise<File[]> {
  if (entry.name.startsWith('.') || entry.name === 'node_modules') return []
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    )
    return [file]
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  const found: File[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (some.length === 0) return found
    found.push(...(await Promise.all(some.map(filesIn))).flat())
  }
}
