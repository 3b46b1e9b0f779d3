// Reads and changes plan, progress and forecasts over the API, for the commands that need them.
import { randomUUID } from 'node:crypto'
import type { MadeForecasts } from '../core/forecast/kept-forecast.ts'
import type { Framework } from '../core/framework/framework.ts'
import type { PlanChoices, PlanRevision, PlanSummary } from '../core/plan/kept-plan.ts'
import type { PlanState } from '../core/plan/plan-state.ts'
import { revisionBefore } from '../core/plan/revision-before.ts'
import type { ProgressState } from '../core/progress/progress.ts'
import { CommandFailure, type Given, textOption } from './command.ts'
import { type Connection, connect } from './connect.ts'
import { isFolder, storedVersionNamed } from './framework-named.ts'
import type { Terminal } from './terminal.ts'

export interface GrowthData {
  connection: Connection
  framework: Framework
  /** `?framework=…`, or nothing where it is the one in use. */
  which: string
  state: PlanState
}

/** Opens the data for as long as the work takes. */
export async function withGrowth<Value>(
  given: Given,
  terminal: Pick<Terminal, 'env'>,
  work: (data: GrowthData) => Promise<Value>,
): Promise<Value> {
  const connection = await connect(terminal.env)
  try {
    const which = await whichFramework(connection, textOption(given, 'framework'))
    const { body: state } = await connection.call<PlanState>('GET', `/api/plan${which}`)
    const path = `/api/frameworks/${state.framework.digest}`
    const { body: framework } = await connection.call<Framework>('GET', path)
    return await work({ connection, framework, which, state })
  } finally {
    await connection.close()
  }
}

async function whichFramework(connection: Connection, word: string | undefined): Promise<string> {
  if (word === undefined) return ''
  if (isFolder(word))
    throw new CommandFailure(
      `Nothing is kept against a folder: bring it with skillmap import ${word}, or say --from <role>.`,
    )
  return `?framework=${(await storedVersionNamed(connection, word)).digest}`
}

export async function progressOf({ connection, which }: GrowthData): Promise<ProgressState> {
  return (await connection.call<ProgressState>('GET', `/api/progress${which}`)).body
}

/** The choices that a next plan begins with. */
export function choicesKnown({ choices }: PlanState): PlanChoices {
  if (choices === null)
    throw new CommandFailure('Your role is not known yet: add --from <role>, or run skillmap assess.')
  return choices
}

/** Has the plan made and kept. */
export async function keepPlanThere(
  { connection, state }: GrowthData,
  choices: PlanChoices,
  keepQuarter: boolean,
): Promise<PlanRevision> {
  const headers: Record<string, string> =
    state.kept === null ? { 'if-none-match': '*' } : { 'if-match': `"${state.kept.revisionId}"` }
  const body = { revisionId: randomUUID(), frameworkDigest: state.framework.digest, choices, keepQuarter }
  return (await connection.call<PlanRevision>('PUT', '/api/plan', { headers, body })).body
}

/** Goes back to the plan that held before; null where there is none. */
export async function undoPlanThere({ connection, which, state }: GrowthData): Promise<PlanRevision | null> {
  const path = `/api/plan/revisions${which}`
  const { revisions } = (await connection.call<{ revisions: PlanSummary[] }>('GET', path)).body
  const to = revisionBefore(revisions.toReversed())
  if (state.kept === null || to === null) return null
  const headers = { 'if-match': `"${state.kept.revisionId}"` }
  const body = { revisionId: randomUUID(), to }
  return (await connection.call<PlanRevision>('PUT', '/api/plan/back', { headers, body })).body
}

export async function forecastKept(connection: Connection, planRevisionId: string): Promise<MadeForecasts> {
  return (await connection.call<MadeForecasts>('POST', '/api/forecasts', { body: { planRevisionId } })).body
}
