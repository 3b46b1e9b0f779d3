// Proof: several clients that edit the same rating at once lose no update, and each loser is told.
import { randomUUID } from 'node:crypto'
import type { PersonalExport } from '../../src/core/export/personal-export.ts'
import { openTestServer, type TestServer } from '../contracts/test-server.ts'

export interface ConcurrentEdits {
  acknowledged: number
  refused: number
  /** Acknowledged revisions that the history does not hold, or holds twice. */
  lost: number
  /** Answers that were neither success nor a refusal as stale. */
  unexpected: number
  /** Whether versions run 1, 2, 3, … without a gap or a fork. */
  inOrder: boolean
}

interface Ledger {
  acknowledged: string[]
  refused: number
  unexpected: number
}

const skill = 'mentoring'

/** Edits from what this client saw last; on a refusal it looks at the other's edit and goes on from there. */
async function editAgainAndAgain(server: TestServer, assessmentId: string, edits: number, ledger: Ledger) {
  let seen: string | undefined
  for (let edit = 0; edit < edits; edit += 1) {
    const revisionId = randomUUID()
    const precondition: Record<string, string> =
      seen === undefined ? { 'if-none-match': '*' } : { 'if-match': `"${seen}"` }
    const answered = await server.call<{ current?: { revisionId: string } }>(
      'PUT',
      `/api/assessments/${assessmentId}/ratings/${skill}`,
      { headers: precondition, body: { revisionId, level: 1 + (edit % 4) } },
    )
    if (answered.status === 200 || answered.status === 201) {
      ledger.acknowledged.push(revisionId)
      seen = revisionId
    } else if (answered.status === 412) {
      ledger.refused += 1
      seen = answered.body.current?.revisionId
    } else ledger.unexpected += 1
  }
}

function revisionsIn(exported: PersonalExport): { revisionId: string; version: number }[] {
  return exported.assessments
    .flatMap((assessment) => assessment.revisions)
    .filter((revision) => revision.skill === skill)
}

/** `clients` at once, each trying `edits` edits of one rating; then the whole history is held against the answers. */
export async function prove({
  clients,
  edits,
}: {
  clients: number
  edits: number
}): Promise<ConcurrentEdits> {
  const server = await openTestServer()
  try {
    const assessment = await server.openAssessment()
    const ledger: Ledger = { acknowledged: [], refused: 0, unexpected: 0 }
    await Promise.all(
      Array.from({ length: clients }, () => editAgainAndAgain(server, assessment.id, edits, ledger)),
    )
    const history = revisionsIn((await server.call<PersonalExport>('GET', '/api/export')).body)
    const held = history.map((revision) => revision.revisionId)
    const versions = history.map((revision) => revision.version).toSorted((a, b) => a - b)
    const missing = ledger.acknowledged.filter((id) => !held.includes(id)).length
    return {
      acknowledged: ledger.acknowledged.length,
      refused: ledger.refused,
      lost: missing + (held.length - new Set(held).size) + Math.abs(held.length - ledger.acknowledged.length),
      unexpected: ledger.unexpected,
      inOrder: versions.every((version, index) => version === index + 1),
    }
  } finally {
    await server.dispose()
  }
}
