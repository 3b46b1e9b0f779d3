// skillmap receive: reads a file that somebody handed over, and keeps it with one of the people you keep.
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { documentMarkdown } from '../../core/packet/document-markdown.ts'
import type { KeptPerson } from '../../core/person/kept-person.ts'
import type { ReceivedShare, ShareFile } from '../../core/share/share.ts'
import { shareDocument } from '../../core/share/share-document.ts'
import { type Command, CommandFailure, type Given, printJson, textOption } from '../command.ts'
import { type Connection, connect } from '../connect.ts'
import { paragraph, remark, withoutControls } from '../layout.ts'
import type { Terminal } from '../terminal.ts'

interface LookedAt {
  file: ShareFile
  personId: string | null
  known: boolean
  ratings: number
}

export const receive: Command = {
  name: 'receive',
  summary: 'Read a file that somebody handed over, and keep it',
  usage: 'skillmap receive <file.html> [--keep] [--as <person>]',
  about:
    'Shows what is in a file that somebody made with Skillmap; nothing in it is run, and nothing is kept before you say so. Kept, it lies with that person among the people you keep, and what they say of their own levels becomes ratings by themselves where your framework has these skills. Nobody is told that you have it.',
  options: {
    '--keep': 'Keep it without asking.',
    '--as <person>': 'Keep it with this person, by the name under which you keep them.',
  },
  examples: [
    'skillmap receive mira-holm-2026-11-26.html',
    'skillmap receive handed.html --keep --as "Mira Holm"',
  ],
  parse: { keep: { type: 'boolean' }, as: { type: 'string' } },
  positionals: [1, 1],
  async run(given, terminal) {
    const [place = ''] = given.positionals
    const page = pageIn(place)
    const connection = await connect(terminal.env)
    try {
      const { body: looked } = await connection.call<LookedAt>('POST', '/api/received-share-previews', {
        body: { page },
      })
      const person = await personOf(given, connection, looked)
      if (!given.json) show(terminal, looked)
      if (!(await isWanted(given, terminal, looked, person?.displayName))) {
        if (given.json) printJson(terminal, looked)
        return
      }
      const { body } = await connection.call<{ received: ReceivedShare; ratings: number }>(
        'POST',
        '/api/received-shares',
        { headers: { 'idempotency-key': randomUUID() }, body: { page, personId: person?.id ?? null } },
      )
      if (given.json) return printJson(terminal, body)
      const ratings = body.ratings === 0 ? '' : ` Ratings by themselves: ${body.ratings}.`
      paragraph(terminal, `Kept with ${person?.displayName ?? looked.file.from}.${ratings}`)
    } finally {
      await connection.close()
    }
  },
}

function pageIn(place: string): string {
  try {
    return readFileSync(place, 'utf8')
  } catch (error) {
    throw new CommandFailure(
      `${place} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}

/** The one who is named, or whom the file's own name means; undefined: somebody new. */
async function personOf(
  given: Given,
  connection: Connection,
  { personId }: LookedAt,
): Promise<KeptPerson | undefined> {
  const { body: people } = await connection.call<KeptPerson[]>('GET', '/api/people')
  const word = textOption(given, 'as')
  if (word === undefined) return people.find(({ id }) => id === personId)
  const found = people.find(({ displayName }) => displayName.toLowerCase() === word.toLowerCase())
  if (found === undefined) throw new CommandFailure(`You keep nobody called “${word}”.`)
  return found
}

function show(terminal: Terminal, { file, known }: LookedAt): void {
  terminal.out(withoutControls(documentMarkdown(shareDocument(file)).trimEnd()))
  if (known) remark(terminal, 'You have this very file already.')
}

async function isWanted(
  given: Given,
  terminal: Terminal,
  { file }: LookedAt,
  kept: string | undefined,
): Promise<boolean> {
  if (given.values.keep === true) return true
  if (given.json) return false
  const who = kept ?? (file.from === '' ? 'somebody new' : `${file.from}, somebody new`)
  const typed = await terminal.ask(`\nTo keep it with ${withoutControls(who)}, type: yes\n> `)
  if (typed?.trim().toLowerCase() === 'yes') return true
  paragraph(terminal, 'Nothing was kept.')
  return false
}
