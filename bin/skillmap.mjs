#!/usr/bin/env node
// The command `skillmap`: makes sure that there is a build, then hands over to it.
import { existsSync } from 'node:fs'
import * as modules from 'node:module'
import { fileURLToPath } from 'node:url'

// Node 22.1 and newer keep compiled code for the next start, and V8 checks that it belongs to these very sources.
modules.enableCompileCache?.(fileURLToPath(new URL('../build/compile-cache', import.meta.url)))

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
