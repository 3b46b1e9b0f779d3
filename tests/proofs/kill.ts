// Proof: however often the process is killed while it writes, nothing that was acknowledged is lost or doubled.

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { folderOnDisk, templateFile } from '../test-store.ts'
import type { ProofOptions, ProofResult } from './proof.ts'
import { interruptAgainAndAgain, waitForWrites } from './rating-process.ts'

const WRITES = 30

/** `volume` cycles of: open, check, write a random number of times, kill -9. */
export async function prove({ volume, writes = WRITES }: ProofOptions): Promise<ProofResult> {
  const folder = folderOnDisk()
  const place = {
    dataDir: join(folder, 'data'),
    templateFile: await templateFile(),
    expectedFile: join(folder, 'expected.json'),
  }
  try {
    const account = await interruptAgainAndAgain(place, volume, async (run) => {
      await waitForWrites(run, writes)
      run.child.kill('SIGKILL')
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
