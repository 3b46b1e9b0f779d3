// `npm run bench [start | first-page | drag | api …]`: the figures of the README beside their targets.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { projectRoot } from './bootstrap.mjs'
import { ensureBuilt } from './ensure-built.mjs'
import { findBrowser } from './find-browser.mjs'

const print = ensureBuilt(1)
print('Measuring')
const compiled = spawnSync(
  process.execPath,
  [join(projectRoot, 'node_modules', 'typescript', 'bin', 'tsc'), '-b', 'bench'],
  {
    cwd: projectRoot,
    stdio: 'inherit',
  },
)
if (compiled.status !== 0) process.exit(1)
const measured = spawnSync(
  process.execPath,
  [join(projectRoot, 'build', 'bench', 'main.js'), ...process.argv.slice(2)],
  {
    cwd: projectRoot,
    stdio: 'inherit',
    env: { ...process.env, CHROME_PATH: findBrowser() },
  },
)
process.exitCode = measured.status ?? 1
