// Weighs what a browser must load before the first screen can be used, and fails where it outgrows its budget.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import filePlugin from '@size-limit/file'
import sizeLimit from 'size-limit'
import { projectRoot } from './bootstrap.mjs'

const budgetBytes = 130_000
const site = join(projectRoot, 'build', 'web')
const manifest = JSON.parse(readFileSync(join(site, '.vite', 'manifest.json'), 'utf8'))

/** What the first screen and its answer need: the entry, the answer's chunk, and all they import statically. */
function firstPageFiles() {
  const seen = new Set()
  const visit = (key) => {
    if (seen.has(key)) return
    seen.add(key)
    for (const imported of manifest[key].imports ?? []) visit(imported)
  }
  for (const key of Object.keys(manifest)) {
    if (manifest[key].isEntry || key.endsWith('first-answer-view.tsx')) visit(key)
  }
  return [...seen].map((key) => manifest[key].file).filter((file) => file.endsWith('.js'))
}

/** Bytes after gzip. */
export async function firstPageBytes() {
  const files = firstPageFiles().map((file) => join(site, file))
  const [{ size }] = await sizeLimit([filePlugin], { checks: [{ files, gzip: true }] })
  return size
}

if (process.argv[1]?.endsWith('size.mjs')) {
  const bytes = await firstPageBytes()
  console.log(
    `First page: ${(bytes / 1000).toFixed(1)} kB of JavaScript, gzipped (budget ${budgetBytes / 1000} kB)`,
  )
  process.exitCode = bytes <= budgetBytes ? 0 : 1
}
