// `npm run train`: makes the decoder of feedback anew from corpus/feedback and the framework. Takes some minutes.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { projectRoot } from './bootstrap.mjs'
import { ensureBuilt } from './ensure-built.mjs'

ensureBuilt(0)
const compiled = spawnSync(
  process.execPath,
  [join(projectRoot, 'node_modules', 'typescript', 'bin', 'tsc'), '-b', 'bench'],
  { cwd: projectRoot, stdio: 'inherit' },
)
if (compiled.status !== 0) process.exit(1)
const trained = spawnSync(process.execPath, [join(projectRoot, 'build', 'bench', 'train.js')], {
  cwd: projectRoot,
  stdio: 'inherit',
})
process.exitCode = trained.status ?? 1
