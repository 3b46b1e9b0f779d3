// Reads and writes evidence over the API, for the commands that need it.
import { randomUUID } from 'node:crypto'
import type { Evidence, EvidenceContent } from '../core/evidence/evidence.ts'
import type { EvidencePage } from '../core/evidence/evidence-page.ts'
import type { Framework } from '../core/framework/framework.ts'
import { type Connection, connect } from './connect.ts'
import type { Terminal } from './terminal.ts'

export interface EvidenceData {
  connection: Connection
  framework: Framework
  digest: string
}

/** Opens the data for as long as the work takes. */
export async function withEvidence<Value>(
  terminal: Pick<Terminal, 'env'>,
  work: (data: EvidenceData) => Promise<Value>,
): Promise<Value> {
  const connection = await connect(terminal.env)
  try {
    const { body: me } = await connection.call<{ framework: { digest: string } }>('GET', '/api/me')
    const { digest } = me.framework
    const { body: framework } = await connection.call<Framework>('GET', `/api/frameworks/${digest}`)
    return await work({ connection, framework, digest })
  } finally {
    await connection.close()
  }
}

export async function findEntries(
  { connection }: EvidenceData,
  asked: Record<string, string>,
): Promise<EvidencePage> {
  return (await connection.call<EvidencePage>('GET', `/api/evidence?${new URLSearchParams(asked)}`)).body
}

/** Writes an entry for the first time, or changes the one given. */
export async function writeEntry(
  { connection, digest }: EvidenceData,
  content: EvidenceContent,
  before?: Evidence,
): Promise<Evidence> {
  const headers: Record<string, string> =
    before === undefined ? { 'if-none-match': '*' } : { 'if-match': `"${before.revisionId}"` }
  const body = { ...content, revisionId: randomUUID(), frameworkDigest: digest }
  const path = `/api/evidence/${before?.id ?? randomUUID()}`
  return (await connection.call<Evidence>('PUT', path, { headers, body })).body
}

/** Only what an entry says. */
export function contentOf(entry: Evidence): EvidenceContent {
  const { happenedOn, text, links, credit, skills, template, source } = entry
  return { happenedOn, text, links, credit, skills, template, source }
}
