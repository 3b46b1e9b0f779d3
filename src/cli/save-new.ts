// Saves a file where there is none yet.
import { writeFileSync } from 'node:fs'
import { CommandFailure } from './command.ts'

/** Never over something that is there. `mode` as in chmod; without it, as the person's umask has it. */
export function saveNew(
  file: string,
  content: string | Uint8Array,
  say: (line: string) => void,
  mode = 0o666,
): void {
  try {
    writeFileSync(file, content, { mode, flag: 'wx' })
  } catch (error) {
    const exists = (error as NodeJS.ErrnoException).code === 'EEXIST'
    const reason = exists ? 'it exists already' : error instanceof Error ? error.message : String(error)
    throw new CommandFailure(`${file} was not written: ${reason}.`)
  }
  say(`Written: ${file}`)
}
