// `npm run fit -- ratings.csv --response y --crossed rater,person`: the engine on any table of crossed ratings.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { installPackages, isInstalled, projectRoot, requireNode } from './bootstrap.mjs'

requireNode()
if (!isInstalled()) installPackages()
const compiled = spawnSync(
  process.execPath,
  [join(projectRoot, 'node_modules', 'typescript', 'bin', 'tsc'), '-b', 'bench'],
  // Standard output belongs to the result.
  { cwd: projectRoot, stdio: ['ignore', 2, 2] },
)
if (compiled.status !== 0) process.exit(1)
const fitted = spawnSync(
  process.execPath,
  [join(projectRoot, 'build', 'bench', 'fit.js'), ...process.argv.slice(2)],
  { stdio: 'inherit' },
)
process.exitCode = fitted.status ?? 1
