// The process that reads what somebody brought: it has no data and little memory, answers once, and ends.
import { readFileSync, writeSync } from 'node:fs'
import type { CalendarWindow } from '../../core/capture/read-calendar.ts'
import { hasErrors } from '../../core/framework/problem.ts'
import { readFrameworkFolder } from '../../core/framework/read-folder.ts'
import type { ImportChoices } from '../../core/importing/import-source.ts'
import { readFolderFiles } from '../../store/framework/read-folder-files.ts'
import { captureFrom } from './capture-from.ts'
import { previewOf } from './preview-import.ts'
import { readSources } from './read-sources.ts'
import { unreadablePreview } from './unreadable-preview.ts'

/** What it is asked, as JSON in its last argument. */
export type ReadingTask =
  /** `name` is for showing; `choices` lie in a file, because they can be long. */
  | { task: 'import'; file: string; name: string; choices: string | null }
  /** A framework's own folder, read strictly. */
  | { task: 'folder'; folder: string }
  /** A calendar or a table of a tracker, for proposals of evidence. */
  | { task: 'capture'; file: string; name: string; window: CalendarWindow }

async function answer(task: ReadingTask): Promise<unknown> {
  if (task.task === 'folder') {
    const { framework, problems } = readFrameworkFolder(readFolderFiles(task.folder))
    return { framework: hasErrors(problems) ? null : framework, problems }
  }
  if (task.task === 'capture') return captureFrom(task.name, readFileSync(task.file), task.window)
  const read = await readSources(task.name, readFileSync(task.file))
  if (!read.ok) return unreadablePreview(read.failure)
  const choices: ImportChoices =
    task.choices === null ? {} : (JSON.parse(readFileSync(task.choices, 'utf8')) as ImportChoices)
  return previewOf(read.value, choices)
}

/** Written at once and waited for: the process ends with it. */
function reply(text: string): void {
  const bytes = Buffer.from(text)
  for (let written = 0; written < bytes.length; ) {
    try {
      written += writeSync(1, bytes, written)
    } catch (error) {
      if ((error as { code?: string }).code !== 'EAGAIN') throw error
    }
  }
}

reply(JSON.stringify(await answer(JSON.parse(process.argv[2] ?? '{}') as ReadingTask)))
