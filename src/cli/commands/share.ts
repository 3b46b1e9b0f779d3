// skillmap share: what you handed over, what you could, and a file of exactly what you choose.
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chosenNumbers } from '../../core/capture/propose.ts'
import { documentMarkdown } from '../../core/packet/document-markdown.ts'
import type { Share, ShareContent } from '../../core/share/share.ts'
import { shareDocument } from '../../core/share/share-document.ts'
import {
  besideResults,
  type Command,
  CommandFailure,
  type Given,
  printJson,
  textOption,
  UsageFailure,
} from '../command.ts'
import { type Connection, connect } from '../connect.ts'
import { paragraph, remark, table, withoutControls } from '../layout.ts'
import { reserveNew } from '../save-new.ts'
import {
  chosenOf,
  type NumberedChoice,
  numberedChoices,
  type ShareList,
  showChoices,
} from '../share-choices.ts'
import type { Terminal } from '../terminal.ts'

const OWNER_ONLY = 0o600

export const share: Command = {
  name: 'share',
  summary: 'Hand something over as one file, chosen item by item',
  usage:
    'skillmap share   or   skillmap share --choices   or   skillmap share --out <file.html> [--items <numbers>] [--all-levels] [--to <name>] [--from <name>] [--role] [--words <text>] [--yes]',
  about:
    'Without options it lists what you handed over. --choices lists what you can: levels, growth areas, entries and sentences, with numbers; private skills and check-ins are never among them. With --out it shows exactly what will be in the file, asks, and writes it: one page that opens by itself, a copy of today. Whoever has it can read all of it.',
  options: {
    '--choices': 'List what can be handed over, with numbers.',
    '--out <file>': 'Make a file there, readable by you only. Without --items it asks what shall be in it.',
    '--items <numbers>': 'These, such as 1,3,5-7, or all.',
    '--all-levels': 'Every level that can be shared.',
    '--to <name>': 'Whom it is for.',
    '--from <name>': 'How you call yourself in it; without it as Skillmap knows you.',
    '--role': 'Also say the role that you hold.',
    '--words <text>': 'A few words of your own above everything.',
    '--yes': 'Write it without asking again.',
  },
  examples: [
    'skillmap share --choices',
    'skillmap share --out for-jonas.html --to Jonas --items 1,3,5-7',
    'skillmap share --out levels.html --to Jonas --all-levels --yes',
  ],
  parse: {
    choices: { type: 'boolean' },
    out: { type: 'string' },
    items: { type: 'string' },
    'all-levels': { type: 'boolean' },
    to: { type: 'string' },
    from: { type: 'string' },
    role: { type: 'boolean' },
    words: { type: 'string' },
    yes: { type: 'boolean' },
  },
  positionals: [0, 0],
  async run(given, terminal) {
    const out = textOption(given, 'out')
    const needsOut = ['items', 'to', 'from', 'role', 'words', 'all-levels', 'yes'].find(
      (name) => given.values[name] !== undefined,
    )
    if (out === undefined && needsOut !== undefined)
      throw new UsageFailure(`--${needsOut} goes with --out <file>.`)
    if (out !== undefined && existsSync(out))
      throw new CommandFailure(`${out} was not written: it exists already.`)
    const connection = await connect(terminal.env)
    try {
      const { body } = await connection.call<ShareList>('GET', '/api/shares')
      if (out !== undefined) return await make(given, terminal, connection, { list: body, out })
      if (given.values.choices === true) return offer(given, terminal, numberedChoices(body))
      listShares(given, terminal, body)
    } finally {
      await connection.close()
    }
  },
}

function listShares(given: Given, terminal: Terminal, { shares, unreadable }: ShareList): void {
  if (given.json) {
    printJson(terminal, { shares, unreadable })
    return
  }
  if (shares.length === 0) paragraph(terminal, 'You handed over nothing yet.')
  table(
    terminal,
    ['Day', 'For', 'What'],
    shares.map(({ content, endedOn }) => [
      content.sharedOn,
      content.to,
      `${partsOf(content)}${endedOn === null ? '' : `; holds no longer since ${endedOn}`}`,
    ]),
  )
  if (unreadable > 0) remark(terminal, `${unreadable} more cannot be read: the key is missing.`)
  remark(terminal, '“skillmap share --choices” lists what you can hand over.')
}

function partsOf({ items }: ShareContent): string {
  const count = (kind: string) => items.filter((item) => item.kind === kind).length
  const words = [
    ['level', 'levels'],
    ['area', 'growth areas'],
    ['evidence', 'entries'],
    ['told', 'sentences'],
  ] as const
  return words
    .filter(([kind]) => count(kind) > 0)
    .map(([kind, name]) => `${name}: ${count(kind)}`)
    .join(', ')
}

function offer(given: Given, terminal: Terminal, choices: readonly NumberedChoice[]): void {
  if (given.json) printJson(terminal, choices)
  else if (choices.length > 0) showChoices(terminal, choices)
  else
    paragraph(terminal, 'There is nothing to share yet: rate yourself, write something down, or keep a plan.')
}

async function make(
  given: Given,
  terminal: Terminal,
  connection: Connection,
  { list, out }: { list: ShareList; out: string },
): Promise<void> {
  const choices = numberedChoices(list)
  const numbers = await numbersOf(given, terminal, choices)
  if (numbers.length === 0) throw new CommandFailure('Nothing was chosen, and no file was made.')
  const asked = {
    from: textOption(given, 'from') ?? list.name ?? '',
    to: textOption(given, 'to') ?? '',
    words: textOption(given, 'words') ?? '',
    role: given.values.role === true,
    choice: chosenOf(choices, numbers),
  }
  const { body: preview } = await connection.call<{ content: ShareContent }>('POST', '/api/share-previews', {
    body: asked,
  })
  if (given.values.yes !== true) {
    const shown = documentMarkdown(shareDocument(preview.content)).trimEnd()
    besideResults(given, terminal).out(withoutControls(shown))
    const typed = await terminal.ask(`\nExactly this goes into ${out}. To make the file, type: yes\n> `)
    if (typed?.trim().toLowerCase() !== 'yes') throw new CommandFailure('No file was made.')
  }
  // Nothing is noted as handed over where no file can be made.
  const file = reserveNew(out, OWNER_ONLY)
  const made = await note(connection, asked).catch((error: unknown) => {
    file.giveUp()
    throw error
  })
  file.fill(made.page)
  terminal.err(`Written: ${out}`)
  if (given.json) printJson(terminal, made.share)
}

async function note(connection: Connection, asked: object): Promise<{ page: string; share: Share }> {
  const { body } = await connection.call<{ page: string; share: Share }>(
    'PUT',
    `/api/shares/${randomUUID()}`,
    { headers: { 'if-none-match': '*' }, body: { ...asked, revisionId: randomUUID() } },
  )
  return body
}

/** As given, or as somebody answers when they see the list. */
async function numbersOf(
  given: Given,
  terminal: Terminal,
  choices: readonly NumberedChoice[],
): Promise<number[]> {
  const levels =
    given.values['all-levels'] === true
      ? choices.filter(({ kind }) => kind === 'levels').map(({ number }) => number)
      : []
  let typed = textOption(given, 'items')
  if (typed === undefined && levels.length > 0) return levels
  if (typed === undefined) {
    showChoices(besideResults(given, terminal), choices)
    typed = (await terminal.ask('\nWhat shall be in it? Such as 1,3,5-7, or all.\n> ')) ?? ''
  }
  const there = choices.map(({ number }) => number)
  const numbers = chosenNumbers(typed, there)
  if (numbers === null)
    throw new UsageFailure(`“${typed}” is not understood as numbers from the list, such as 1,3,5-7.`)
  return [...new Set([...levels, ...numbers])]
}
