// A process that rates over and over and says what was acknowledged, until somebody ends it; then again, checking first.
// node rate-until-killed.mjs <data folder> <template> <file of what must be there> <write | check>

import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync, writeSync } from 'node:fs'

const [dataDir, templateFile, expectedFile, mode] = process.argv.slice(2)
const from = (file) => import(new URL(`../../build/store/${file}`, import.meta.url).href)
const { openStore } = await from('open.js')
const { saveFrameworkVersion } = await from('framework/framework-versions.js')
const { saveAssessment } = await from('assessment/assessments.js')
const { saveRating } = await from('assessment/ratings.js')
const { listAudit } = await from('audit/audit.js')
const { firstBrokenLink } = await from('audit/audit-chain.js')

// Written in one piece, before anything else happens: an acknowledgement that got lost would prove nothing.
const say = (...words) => writeSync(1, `${words.join(' ')}\n`)

const store = await openStore({ dataDir, templateFile, freeSpaceFloor: Number(process.env.FLOOR ?? 0) })
const viewer = await store.personalViewer()
const expected = existsSync(expectedFile)
  ? JSON.parse(readFileSync(expectedFile, 'utf8'))
  : { acknowledged: [], last: null }

await retryLast(expected.last)
say('checked', ...(await findLosses(expected.acknowledged)))
if (mode === 'check') {
  const chain = []
  for (;;) {
    const more = await store.withViewer(viewer, (tx) => listAudit(tx, chain.at(-1)?.seq ?? 0, 10_000))
    if (more.length === 0) break
    chain.push(...more)
  }
  say('chain', firstBrokenLink(chain) ?? 'holds', chain.length)
  await store.close()
  process.exit(0)
}
await rateForEver()

/** The write that was under way may have been saved or not; asked again it must be there once. */
async function retryLast(last) {
  if (last === null) return
  const again = await store.withViewer(viewer, (tx) => saveRating(tx, last.rating, last.expected))
  if (!again.ok) say('retry-failed', JSON.stringify(again.failure.kind))
  expected.acknowledged.push(last.rating.revisionId)
}

async function findLosses(acknowledged) {
  const present = await store.withViewer(viewer, async (tx) => {
    const rows = await tx.db
      .selectFrom('rating_revision')
      .select(['revision_id', 'assessment_id', 'skill', 'version'])
      .execute()
    return rows
  })
  const ids = new Set(present.map((row) => row.revision_id))
  const missing = acknowledged.filter((id) => !ids.has(id)).length
  // Versions without gaps and without twins: nothing was saved twice, and no history has a hole.
  const histories = new Map()
  for (const row of present) {
    const key = `${row.assessment_id} ${row.skill}`
    histories.set(key, [...(histories.get(key) ?? []), row.version])
  }
  const twins = [...histories.values()].filter(
    (versions) => new Set(versions).size !== versions.length || Math.max(...versions) !== versions.length,
  )
  return [missing, twins.length]
}

async function rateForEver() {
  const assessmentId = randomUUID()
  await store.withViewer(viewer, async (tx) => {
    const frameworkDigest = await saveFrameworkVersion(tx, { id: 'tiny', name: 'Tiny', version: '1' })
    const times = { openedAt: tx.now, lastActivityAt: tx.now, closedAt: null }
    await saveAssessment(tx, {
      id: assessmentId,
      subjectId: viewer.personId,
      raterKind: 'self',
      frameworkDigest,
      role: 'senior',
      ...times,
    })
  })
  const heads = new Map()
  const noteSize = Number(process.env.NOTE_SIZE ?? 0)
  say('ready')
  for (let n = 0; ; n++) {
    const skill = `skill-${n % 40}`
    const note = noteSize === 0 ? '' : Array.from({ length: noteSize / 36 }, () => randomUUID()).join('')
    const said = {
      level: n % 6,
      reason: null,
      approaching: false,
      behaviours: [],
      confidence: null,
      observedOn: null,
      note,
    }
    const rating = {
      assessmentId,
      skill,
      revisionId: randomUUID(),
      ratedAt: new Date().toISOString(),
      ...said,
    }
    const before = heads.get(skill) ?? null
    say('try', JSON.stringify({ rating, expected: before }))
    const saved = await store.withViewer(viewer, (tx) => saveRating(tx, rating, before))
    if (!saved.ok) throw new Error(`not saved: ${saved.failure.kind}`)
    say('ack', rating.revisionId)
    heads.set(skill, rating.revisionId)
  }
}
