// Writes a file to the disk while it arrives, and stops at the first byte that is too much.
import { createWriteStream } from 'node:fs'
import { BYTE_LIMITS } from './byte-limits.ts'

export type ReceiveFailure = 'too-large' | 'broken-off'

/** Counts while it arrives; null where all of it is on the disk. */
export async function saveUpload(
  file: string,
  upload: ReadableStream<Uint8Array>,
): Promise<ReceiveFailure | null> {
  const output = createWriteStream(file, { mode: 0o600 })
  const reader = upload.getReader()
  let bytes = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      bytes += value.byteLength
      if (bytes > BYTE_LIMITS.upload) {
        void reader.cancel()
        return 'too-large'
      }
      await new Promise<void>((resolve, reject) =>
        output.write(value, (error) => (error ? reject(error) : resolve())),
      )
    }
    return null
  } catch (error) {
    if (['ENOSPC', 'EDQUOT'].includes((error as { code?: string }).code ?? '')) throw error
    return 'broken-off'
  } finally {
    await new Promise<void>((resolve) => output.end(() => resolve()))
  }
}
