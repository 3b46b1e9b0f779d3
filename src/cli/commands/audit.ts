// skillmap audit: whether the record of an organisation is whole, in its database or in a file that was taken out.

import { checkLiveRecord, type LiveChecked, linesInDigits } from '../check-live-record.ts'
import { checkProofFile, checkRecordFile } from '../check-record-file.ts'
import { type Command, CommandFailure, type Given, printJson, textOption, UsageFailure } from '../command.ts'
import { paragraph } from '../layout.ts'
import type { Terminal } from '../terminal.ts'

export const audit: Command = {
  name: 'audit',
  summary: 'Check that the record of what was done is whole',
  usage: 'skillmap audit [--check] [--file <record.jsonl>] [--proof <erasure.json>] [--head <number:hash>]',
  about:
    'Goes through every line of the record: whether each fits the line before. Without --file it looks into the database, through the server that runs here or at DATABASE_URL, and changes nothing. A head that was noted down earlier shows that nothing was cut off at the end. No line is printed: administrators of the audit read them on the page Record.',
  options: {
    '--check': 'Check the database; what is done anyway unless a file is named.',
    '--file <record.jsonl>': 'Check a file that was taken out on the page Record, without any database.',
    '--proof <erasure.json>': 'Also look whether the record holds the hash of this proof of an erasure.',
    '--head <number:hash>': 'Also look whether this line is still there as it was noted down.',
  },
  examples: [
    'skillmap audit --check',
    'DATABASE_URL=postgres://… skillmap audit --check --head 1482:9f3c…',
    'skillmap audit --file record-2026-11-26.jsonl --proof erasure-2026-11-20-7f1c3a52.json',
  ],
  parse: {
    check: { type: 'boolean' },
    file: { type: 'string' },
    proof: { type: 'string' },
    head: { type: 'string' },
  },
  positionals: [0, 0],
  async run(given, terminal) {
    const head = headFrom(given)
    const proof = proofFrom(given)
    const file = textOption(given, 'file')
    if (file !== undefined) return answerFile(given, terminal, { file, head, proof })
    const found = await checkLiveRecord(terminal.env, { head, proof: proof?.object ?? null }, (done, of) => {
      if (!given.json) terminal.err(`Checking: ${done} of ${of} lines`)
    })
    if (given.json) printJson(terminal, found)
    else {
      for (const one of found.organisations) tellLive(terminal, one)
      for (const what of found.missing) terminal.out(what)
      if (proof !== null && found.missing.length === 0)
        terminal.out('The record holds the hash of the proof.')
    }
    refuseBroken(
      found.organisations.filter(({ brokenAt }) => brokenAt !== null).length + found.missing.length,
    )
  },
}

function headFrom(given: Given): { seq: number; hash: string } | null {
  const text = textOption(given, 'head')
  if (text === undefined) return null
  const match = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text)
  if (match === null)
    throw new UsageFailure(
      '--head takes the number of a line and its hash, such as 1482:9f3c…, as they were noted down.',
    )
  return { seq: Number(match[1]), hash: match[2] ?? '' }
}

function proofFrom(given: Given): { object: string } | null {
  const file = textOption(given, 'proof')
  return file === undefined ? null : checkProofFile(file)
}

function answerFile(
  given: Given,
  terminal: Terminal,
  {
    file,
    head,
    proof,
  }: { file: string; head: { seq: number; hash: string } | null; proof: { object: string } | null },
): void {
  const found = checkRecordFile(file, { head, proof: proof?.object ?? null })
  if (given.json) printJson(terminal, found)
  else {
    if (found.brokenAt === null)
      terminal.out(`Unbroken: ${linesInDigits(found.lines)}. Newest: ${found.head?.seq}:${found.head?.hash}`)
    else terminal.out(`Line ${found.brokenAt} does not fit the line before it.`)
    if (found.unchecked > 0)
      paragraph(
        terminal,
        `${linesInDigits(found.unchecked)} from before lines could be checked without being read ${found.unchecked === 1 ? 'is' : 'are'} withheld; there the chain begins anew. The database can check them: skillmap audit --check`,
      )
    for (const what of found.missing) terminal.out(what)
    if (proof !== null && found.missing.length === 0) terminal.out('The record holds the hash of the proof.')
  }
  refuseBroken(found.brokenAt !== null || found.missing.length > 0 ? 1 : 0)
}

function tellLive(terminal: Terminal, { orgId, lines, brokenAt, head }: LiveChecked): void {
  terminal.out(`Organisation ${orgId}`)
  if (head === null) terminal.out('  Nothing is in the record yet.')
  else if (brokenAt === null)
    terminal.out(`  Unbroken: ${linesInDigits(lines)}. Newest: ${head.seq}:${head.hash}`)
  else terminal.out(`  Line ${brokenAt} does not fit the line before it; the lines before it hold.`)
}

function refuseBroken(many: number): void {
  if (many > 0)
    throw new CommandFailure(
      'The record is not whole. Compare it with a file that was taken out earlier, or with a backup.',
    )
}
