// Writes a file to the disk while it arrives, and stops at the first byte that is too much.
import { open } from 'node:fs/promises'
import { BYTE_LIMITS } from './byte-limits.ts'

export type ReceiveFailure = 'too-large' | 'broken-off'

/** Counts while it arrives; null where all of it is on the disk. Throws what the disk says, such as that it is full. */
export async function saveUpload(
  file: string,
  upload: ReadableStream<Uint8Array>,
): Promise<ReceiveFailure | null> {
  const output = await open(file, 'w', 0o600)
  const reader = upload.getReader()
  let bytes = 0
  try {
    for (;;) {
      const part = await nextPart(reader)
      if (part === 'broken-off') return part
      if (part === null) return null
      bytes += part.byteLength
      if (bytes > BYTE_LIMITS.upload) {
        void reader.cancel()
        return 'too-large'
      }
      await output.appendFile(part)
    }
  } finally {
    await output.close()
  }
}

/** Null at the end. Whoever sends may go away at any moment. */
async function nextPart(
  reader: ReadableStreamDefaultReader<Uint8Array>,
): Promise<Uint8Array | null | 'broken-off'> {
  try {
    const { done, value } = await reader.read()
    return done ? null : value
  } catch {
    return 'broken-off'
  }
}
