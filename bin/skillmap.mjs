#!/usr/bin/env node
// The command `skillmap`: makes sure that there is a build, then hands over to it.
import { existsSync } from 'node:fs'

const scripts = new URL('../scripts/ensure-built.mjs', import.meta.url)
// A published package holds the build and no scripts; a clone builds what is stale, and says so beside the results.
if (existsSync(scripts)) {
  const { log } = console
  console.log = console.error
  const { ensureBuilt } = await import(scripts.href)
  ensureBuilt()
  console.log = log
}
const { main } = await import('../build/cli/main.js')
process.exitCode = await main(process.argv.slice(2))
