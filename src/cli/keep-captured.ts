// Shows what capturing proposes, with numbers, asks which to keep, and keeps those as entries of the journal.
import { randomUUID } from 'node:crypto'
import { countOf, whenOf } from '../core/capture/describe-piece.ts'
import { entryOfItem } from '../core/capture/entry-of-item.ts'
import { chosenNumbers, type Proposal, propose } from '../core/capture/propose.ts'
import type { TraceOfWork } from '../core/capture/trace.ts'
import type { Evidence } from '../core/evidence/evidence.ts'
import { CommandFailure, type Given, printJson, textOption, UsageFailure } from './command.ts'
import type { Connection } from './connect.ts'
import { paragraph, remark, styled } from './layout.ts'
import type { Terminal } from './terminal.ts'

/** What was found, and what a person should know about it. */
export interface Found {
  traces: TraceOfWork[]
  notes: string[]
}

export async function proposeAndKeep(
  found: Found,
  given: Given,
  terminal: Terminal,
  connection: Connection,
): Promise<void> {
  const { keys } = (await connection.call<{ keys: string[] }>('GET', '/api/captures')).body
  const { proposals, known } = propose(found.traces, new Set(keys))
  const keep = textOption(given, 'keep')
  if (given.json && keep === undefined)
    return printJson(terminal, { proposals: proposals.map(inJson), known: known.length, notes: found.notes })
  if (!given.json) show(proposals, known, found.notes, terminal)
  if (proposals.length === 0) return given.json ? printJson(terminal, { kept: [] }) : undefined
  const chosen = await chosenOf(proposals, keep, terminal)
  const kept = await keepAll(chosen, connection)
  if (given.json) return printJson(terminal, { kept })
  if (kept.length === 0) paragraph(terminal, 'Nothing was kept.')
  else
    paragraph(
      terminal,
      `Kept in your journal: ${kept.length}. Say there what came of it, and which skills it shows.`,
    )
}

function inJson({ number, item, goesOn }: Proposal) {
  const { traces, ...words } = item
  return { number, ...words, goesOn, traces: traces.map(({ origin, day, text }) => ({ origin, day, text })) }
}

function show(
  proposals: readonly Proposal[],
  known: readonly TraceOfWork[],
  notes: readonly string[],
  terminal: Terminal,
): void {
  for (const { number, item, goesOn } of proposals) {
    terminal.out('')
    paragraph(terminal, styled(terminal, 'bold', `${number}. ${item.title}`))
    const extent = `${countOf(item.traces)}, ${whenOf(item.from, item.to)}.`
    const more = goesOn ? ' Some of it is in your journal already; this is the rest.' : ''
    const why = item.traces.length === 1 ? '' : ` ${item.why}`
    paragraph(terminal, `${extent}${why}${more}`, 3)
  }
  terminal.out('')
  if (known.length > 0) remark(terminal, `Already in your journal: ${countOf(known).toLowerCase()}.`)
  for (const note of notes) remark(terminal, note)
  if (proposals.length === 0)
    paragraph(
      terminal,
      known.length > 0 ? 'There is nothing new.' : 'There is nothing to propose of this time.',
    )
}

async function chosenOf(
  proposals: readonly Proposal[],
  keep: string | undefined,
  terminal: Terminal,
): Promise<Proposal[]> {
  const there = proposals.map(({ number }) => number)
  const typed =
    keep ??
    (await terminal.ask('\nWhich do you want to keep? Such as 1,3,5-7, or all; nothing to leave it.\n> ')) ??
    ''
  const numbers = chosenNumbers(typed, there)
  if (numbers === null) {
    const message = `“${typed}” is not understood as numbers from the list, such as 1,3,5-7. Nothing was kept.`
    throw keep === undefined ? new CommandFailure(message) : new UsageFailure(message)
  }
  return proposals.filter(({ number }) => numbers.includes(number))
}

async function keepAll(chosen: readonly Proposal[], connection: Connection): Promise<Evidence[]> {
  if (chosen.length === 0) return []
  const me = (await connection.call<{ framework: { digest: string } }>('GET', '/api/me')).body
  const kept: Evidence[] = []
  for (const { item } of chosen) {
    const body = { ...entryOfItem(item), revisionId: randomUUID(), frameworkDigest: me.framework.digest }
    const headers = { 'if-none-match': '*' }
    const saved = await connection.call<Evidence>('PUT', `/api/evidence/${randomUUID()}`, { headers, body })
    kept.push(saved.body)
  }
  return kept
}
