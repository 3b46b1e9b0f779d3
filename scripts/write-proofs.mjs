// Appends what the proofs of a release run showed to docs/proofs.md, with the day and the kind of machine.
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from './bootstrap.mjs'

const page = join(projectRoot, 'docs', 'proofs.md')
const head = `# Figures and proofs

What was tried, how often, and what was found. \`npm run test:release\` tries everything at full volume and appends a table here; \`npm test\` tries about a hundredth each time. What each proof does not show is in [durability.md](durability.md).
`

function machine() {
  const gigabytes = Math.round(totalmem() / 2 ** 30)
  return `${process.platform}, ${cpus().length} cores, ${gigabytes} GiB, Node ${process.versions.node}`
}

/** Reads the records of one run and appends them as one table. */
export function writeProofs(recordsFile) {
  if (!existsSync(recordsFile)) return
  const records = readFileSync(recordsFile, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
  if (!existsSync(page)) writeFileSync(page, head)
  const day = new Date().toISOString().slice(0, 10)
  const rows = records.map(
    ({ name, volume, found, target, notes }) =>
      `| ${name} | ${volume === 0 ? 'not run here' : volume.toLocaleString('en')} | ${found} | ${target} | ${notes} |`,
  )
  const table = ['| Proof | Volume | Found | Passes at | Notes |', '|---|---|---|---|---|', ...rows].join(
    '\n',
  )
  appendFileSync(page, `\n## ${day} (${machine()})\n\n${table}\n`)
}
