// What lies on the disk of an import: not longer than was said, and nothing where the disk takes no more.
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { temporaryFolder } from '../../../tests/test-store.ts'
import { importDesk } from './import-desk.ts'
import { saveUpload } from './save-upload.ts'

let root: string

beforeEach(() => {
  root = temporaryFolder()
})

afterEach(() => rmSync(root, { recursive: true, force: true }))

const fileOf = (text: string) => new Blob([text]).stream() as ReadableStream<Uint8Array>

describe('a file that was brought', () => {
  test('is gone when its time is over, though nobody asks for it again', async () => {
    const desk = importDesk(join(root, 'imports'), () => new Date(), 40)
    const received = await desk.receive('somebody', 'ladder.csv', fileOf('Skill,Engineer\n'))
    expect(received.ok).toBe(true)
    await expect.poll(() => readdirSync(join(root, 'imports'))).toEqual([])
  })

  test('is refused where the disk takes no more, and the program goes on', async () => {
    // A place that is never anything but full, where there is one; else a folder that is not there.
    const full = existsSync('/dev/full') ? '/dev/full' : join(root, 'missing', 'file')
    await expect(saveUpload(full, fileOf('Skill,Engineer\n'))).rejects.toMatchObject({
      code: expect.stringMatching(/ENOSPC|ENOENT/),
    })
  })
})
