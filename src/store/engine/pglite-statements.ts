// Statements that the embedded database has read and planned once: what is asked again is only bound and run.

import { type PGlite, parse, protocol, type Results } from '@electric-sql/pglite'

const { serialize } = protocol

interface Statement {
  name: string
  /** The types of its parameters, as Postgres found them. */
  types: number[]
}

/** Programs ask about a hundred different questions; lists of different lengths make a few more. */
const KEPT = 200

const kept = new WeakMap<PGlite, Map<string, Statement>>()
let made = 0

/**
 * Runs one statement with its parameters. PGlite itself enters the engine six times for it and has it read and planned
 * each time; here it is once, and reading and planning are left out where the same text was run before. Postgres plans
 * again by itself where the role or a table has changed since. Throws what Postgres reports.
 */
export async function runStatement<Row>(
  pglite: PGlite,
  text: string,
  parameters: readonly unknown[],
): Promise<Results<Row>> {
  return pglite.runExclusive(async () => {
    const { name, types } = await statementFor(pglite, text)
    const values = parameters.map((value, index) => asText(pglite, value, types[index]))
    const messages = await send(pglite, [
      serialize.bind({ statement: name, values }),
      serialize.describe({ type: 'P' }),
      serialize.execute({}),
    ])
    return parse.parseResults(messages, pglite.parsers)[0] as Results<Row>
  })
}

/** Forgets all of them, so that plans follow tables as they grow. */
export async function forgetStatements(pglite: PGlite): Promise<void> {
  kept.delete(pglite)
  await pglite.exec('DEALLOCATE ALL')
}

async function statementFor(pglite: PGlite, text: string): Promise<Statement> {
  const known = kept.get(pglite) ?? new Map<string, Statement>()
  kept.set(pglite, known)
  const found = known.get(text)
  if (found !== undefined) {
    // Last again, so that the first is the one that was not asked for longest.
    known.delete(text)
    known.set(text, found)
    return found
  }
  const [oldest] = known
  if (oldest !== undefined && known.size >= KEPT) {
    known.delete(oldest[0])
    await send(pglite, [serialize.close({ type: 'S', name: oldest[1].name })])
  }
  made += 1
  const name = `s${made}`
  const messages = await send(pglite, [
    serialize.parse({ name, text }),
    serialize.describe({ type: 'S', name }),
  ])
  const statement = { name, types: parse.parseDescribeStatementResults(messages) }
  known.set(text, statement)
  return statement
}

/** In one message with its end, whatever happens in between. */
function send(pglite: PGlite, messages: Uint8Array[]) {
  return pglite.execProtocolStream(Buffer.concat([...messages, serialize.sync()]), { syncToFs: false })
}

function asText(pglite: PGlite, value: unknown, type: number | undefined): string | null {
  if (value === null || value === undefined) return null
  const write = type === undefined ? undefined : pglite.serializers[type]
  return write === undefined ? String(value) : write(value)
}
