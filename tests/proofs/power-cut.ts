// Proof: when the power goes while it writes, nothing that was acknowledged is lost, and the database opens again.

import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { folderOnDisk, templateFile } from '../test-store.ts'
import { notRun, type ProofOptions, type ProofResult } from './proof.ts'
import { interruptAgainAndAgain, waitForWrites } from './rating-process.ts'

const NAME = 'power cut while writing'
const WRITES = 30
// EXT4_IOC_SHUTDOWN without flushing the log: what was not fsynced is gone, as when the power goes.
const SHUT_DOWN = `import fcntl, os, struct, sys
fcntl.ioctl(os.open(sys.argv[1], os.O_RDONLY), 0x8004587D, struct.pack("I", 2))`

/** `volume` cycles on a file system in a file, which is shut down in mid-write. Linux, root and ext4 only. */
export async function prove({ volume, writes = WRITES }: ProofOptions): Promise<ProofResult> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return notRun(NAME, 'needs root on Linux')
  const folder = folderOnDisk()
  const disk = join(folder, 'disk.img')
  const mounted = join(folder, 'disk')
  mkdirSync(mounted)
  const made =
    ran('truncate', ['-s', '2G', disk]) && ran('mkfs.ext4', ['-q', '-F', disk]) && mount(disk, mounted)
  const cut = findCut(mounted)
  try {
    if (!made) return notRun(NAME, 'cannot make and mount an ext4 file system in a file')
    if (cut === null) return notRun(NAME, 'neither xfs_io nor python3 is there to shut a file system down')
    const place = {
      dataDir: join(mounted, 'data'),
      templateFile: await templateFile(),
      expectedFile: join(folder, 'expected.json'),
    }
    const account = await interruptAgainAndAgain(place, volume, async (run) => {
      await waitForWrites(run, writes)
      if (!cut()) throw new Error('The file system could not be shut down.')
      await sleep(20)
      run.child.kill('SIGKILL')
      await new Promise((resolve) => run.child.once('close', resolve))
      if (!ran('umount', [mounted]) || !mount(disk, mounted))
        throw new Error('It could not be mounted again.')
    })
    return {
      name: NAME,
      volume,
      lost: account.missing + account.twins,
      notes: `${account.acknowledged} acknowledged writes; ext4 in a file, shut down without flushing; says nothing about drives that lie`,
    }
  } finally {
    ran('umount', [mounted])
    rmSync(folder, { recursive: true, force: true })
  }
}

function findCut(mounted: string): (() => boolean) | null {
  if (ran('xfs_io', ['-V'])) return () => ran('xfs_io', ['-x', '-c', 'shutdown', mounted])
  if (ran('python3', ['--version'])) return () => ran('python3', ['-c', SHUT_DOWN, mounted])
  return null
}

function mount(disk: string, mounted: string): boolean {
  return ran('mount', ['-o', 'loop', disk, mounted])
}

function ran(command: string, arguments_: string[]): boolean {
  return spawnSync(command, arguments_, { stdio: 'ignore' }).status === 0
}
