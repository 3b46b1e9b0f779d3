// Weighs what a browser must load before the first page can be used, and fails where it outgrows its budget.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import filePlugin from '@size-limit/file'
import sizeLimit from 'size-limit'
import { projectRoot } from './bootstrap.mjs'

const budgetBytes = 130_000
const site = join(projectRoot, 'build', 'web')
const manifest = JSON.parse(readFileSync(join(site, '.vite', 'manifest.json'), 'utf8'))

/** The entry, everything it imports statically, and the first page's own chunk. */
function firstPageFiles() {
  const seen = new Set()
  const visit = (key) => {
    if (seen.has(key)) return
    seen.add(key)
    for (const imported of manifest[key].imports ?? []) visit(imported)
  }
  const keys = Object.keys(manifest)
  for (const key of keys) if (manifest[key].isEntry || key.endsWith('first-page.tsx')) visit(key)
  return [...seen].map((key) => manifest[key].file).filter((file) => file.endsWith('.js'))
}

const files = firstPageFiles().map((file) => join(site, file))
const [{ size }] = await sizeLimit([filePlugin], { checks: [{ files, gzip: true }] }).catch(async () => {
  // size-limit's plugin wants its own configuration shape; weigh the same files with the same compression.
  const { gzipSync } = await import('node:zlib')
  return [{ size: files.reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0) }]
})
console.log(
  `First page: ${(size / 1000).toFixed(1)} kB of JavaScript, gzipped (budget ${budgetBytes / 1000} kB)`,
)
process.exitCode = size <= budgetBytes ? 0 : 1
