// `npm start`: installs and builds what is missing, then serves.
import { ensureBuilt } from './ensure-built.mjs'

const print = ensureBuilt(1)
print('Starting Skillmap')
const { main } = await import('../build/cli/main.js')
process.exitCode = await main(['start', ...process.argv.slice(2)])
