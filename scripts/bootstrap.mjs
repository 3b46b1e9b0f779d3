// Makes sure that a clone can run: a Node that is new enough, the locked packages, and nothing done twice.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds package.json. */
export const projectRoot = fileURLToPath(new URL('..', import.meta.url))
const stampFile = join(projectRoot, 'node_modules', '.skillmap-installed')

/** Prints "[n/m] what" so that a person sees how far things are. */
export function stepPrinter(total) {
  let step = 0
  return (what) => {
    step += 1
    console.log(`[${step}/${total}] ${what}`)
  }
}

/** Ends with a sentence that names the mend where Node is older than package.json asks for. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  console.error(
    `Skillmap needs Node 20.19 or newer; this is ${process.versions.node}. Node 24 is a good choice: https://nodejs.org`,
  )
  process.exit(1)
}

function lockHash() {
  const hash = createHash('sha256')
  for (const file of ['package.json', 'package-lock.json']) hash.update(readFileSync(join(projectRoot, file)))
  return hash.update(process.versions.modules).digest('hex')
}

/** True where node_modules already holds what the lock file says. */
export function isInstalled() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === lockHash()
}

/** For a child that tells how far it is: beside the results of whoever called, which a program may read. */
export const BESIDE_RESULTS = ['ignore', 2, 2]

/** Installs the locked packages with the npm that called us. Does nothing where that is done. */
export function installPackages() {
  if (isInstalled()) return
  const arguments_ = ['ci', '--no-audit', '--no-fund']
  // The very npm that called us, without a shell; `npm` from the path only where somebody runs the script directly.
  const npm = process.env.npm_execpath
  const result = npm
    ? spawnSync(process.execPath, [npm, ...arguments_], { cwd: projectRoot, stdio: BESIDE_RESULTS })
    : spawnSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', arguments_, {
        cwd: projectRoot,
        stdio: BESIDE_RESULTS,
        shell: process.platform === 'win32',
      })
  if (result.status !== 0) {
    console.error(
      'The packages could not be installed. If the machine is offline, connect it once and run the same command again.',
    )
    process.exit(1)
  }
  writeFileSync(stampFile, lockHash())
}
