// Saves a file where there is none yet.
import { closeSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { CommandFailure } from './command.ts'

/** Never over something that is there. `mode` as in chmod; without it, as the person's umask has it. */
export function saveNew(
  file: string,
  content: string | Uint8Array,
  say: (line: string) => void,
  mode = 0o666,
): void {
  const place = reserveNew(file, mode)
  place.fill(content)
  say(`Written: ${file}`)
}

/** A file that was made and is empty so far. */
export interface NewFile {
  fill(content: string | Uint8Array): void
  giveUp(): void
}

/** For what must not happen where the file cannot be made: made before it, filled after. */
export function reserveNew(file: string, mode: number): NewFile {
  const handle = orFailure(file, () => openSync(file, 'wx', mode))
  const giveUp = () => {
    closeSync(handle)
    rmSync(file, { force: true })
  }
  return {
    fill(content) {
      orFailure(file, () => {
        try {
          writeFileSync(handle, content)
        } catch (error) {
          giveUp()
          throw error
        }
      })
      closeSync(handle)
    },
    giveUp,
  }
}

function orFailure<Value>(file: string, work: () => Value): Value {
  try {
    return work()
  } catch (error) {
    const exists = (error as NodeJS.ErrnoException).code === 'EEXIST'
    const reason = exists ? 'it exists already' : error instanceof Error ? error.message : String(error)
    throw new CommandFailure(`${file} was not written: ${reason}.`)
  }
}
