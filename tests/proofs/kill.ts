// Proof: however often the process is killed while it writes, nothing that was acknowledged is lost or doubled.

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { templateFile, temporaryFolder } from '../test-store.ts'
import type { ProofOptions, ProofResult } from './proof.ts'
import { interruptAgainAndAgain } from './rating-process.ts'

/** `volume` cycles of: open, check, write for a random time, kill -9. */
export async function prove({ volume }: ProofOptions): Promise<ProofResult> {
  const folder = temporaryFolder()
  const place = {
    dataDir: join(folder, 'data'),
    templateFile: await templateFile(),
    expectedFile: join(folder, 'expected.json'),
  }
  try {
    const account = await interruptAgainAndAgain(place, volume, async ({ child }) => {
      await sleep(50 + Math.random() * 1200)
      child.kill('SIGKILL')
    })
    return {
      name: 'kill -9 while writing',
      volume,
      lost: account.missing + account.twins,
      notes: `${account.acknowledged} acknowledged writes; the write under way was repeated after each kill; the audit chain holds`,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
