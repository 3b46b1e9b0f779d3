// `npm run dev`: the server on the built rooms, and Vite in front of it with pages that reload as you type.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { projectRoot } from './bootstrap.mjs'
import { ensureBuilt } from './ensure-built.mjs'

ensureBuilt()
const server = spawn(process.execPath, [join(projectRoot, 'scripts', 'start.mjs')], {
  cwd: projectRoot,
  stdio: 'inherit',
})
const vite = spawn(process.execPath, [join(projectRoot, 'node_modules', 'vite', 'bin', 'vite.js')], {
  cwd: projectRoot,
  stdio: 'inherit',
})
const stop = () => {
  server.kill('SIGTERM')
  vite.kill('SIGTERM')
}
process.on('SIGINT', stop)
process.on('SIGTERM', stop)
