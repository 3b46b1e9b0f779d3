// Proof: a second process on the same folder is always refused, at once, and told who has it.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { folderOnDisk, openEmbeddedStore } from '../test-store.ts'
import type { ProofOptions, ProofResult } from './proof.ts'

const script = fileURLToPath(new URL('./open-once.mjs', import.meta.url))
const AT_MOST_MS = 1000

interface Attempt {
  opened: boolean
  code?: string
  message?: string
  milliseconds: number
}

/** `volume` processes try to open a folder that this process holds; `lost` counts those that were not refused well. */
export async function prove({ volume }: ProofOptions): Promise<ProofResult> {
  const dataDir = folderOnDisk()
  const { store } = await openEmbeddedStore({ dataDir })
  store.setAddress('http://127.0.0.1:4310')
  let lost = 0
  let slowest = 0
  try {
    for (let n = 0; n < volume; n++) {
      const attempt = await tryToOpen(dataDir)
      slowest = Math.max(slowest, attempt.milliseconds)
      const named =
        attempt.message?.includes(`process ${process.pid} `) &&
        attempt.message.includes('http://127.0.0.1:4310')
      if (attempt.opened || attempt.code !== 'folder-in-use' || !named || attempt.milliseconds > AT_MOST_MS)
        lost += 1
    }
  } finally {
    await store.close()
  }
  const after = await tryToOpen(dataDir)
  rmSync(dataDir, { recursive: true, force: true })
  if (!after.opened) throw new Error(`Once it was free, it could not be opened: ${after.message}`)
  return {
    name: 'second process on one folder',
    volume,
    lost,
    notes: `each refusal named the process and its address; the slowest took ${slowest.toFixed(0)} ms after loading`,
  }
}

async function tryToOpen(dataDir: string): Promise<Attempt> {
  const child = spawn(process.execPath, [script, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] })
  let text = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
  })
  await once(child, 'close')
  return JSON.parse(text) as Attempt
}
