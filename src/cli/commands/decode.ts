// skillmap decode: which skill is behind what somebody was told; for programs, line by line.
import { existsSync } from 'node:fs'
import { readFeedback } from '../../core/decode/read-feedback.ts'
import type { Framework } from '../../core/framework/framework.ts'
import { correctedLinks } from '../../core/linking/corrected-links.ts'
import type { LinkCorrection } from '../../core/linking/link-correction.ts'
import { dataFolder } from '../../store/engine/data-folder.ts'
import { roleNamed } from '../built-in.ts'
import { type Command, CommandFailure, type Given, printJson, textOption, UsageFailure } from '../command.ts'
import { type Connection, connect } from '../connect.ts'
import { decodeLines } from '../decode-lines.ts'
import { FRAMEWORK_OPTION, FRAMEWORK_PARSE, frameworkOf, meAgainst } from '../framework-named.ts'
import { readLinkCorrections } from '../link-data.ts'
import { loadDecoder } from '../load-decoder.ts'
import { showDecoded } from '../show-decoded.ts'
import type { Terminal } from '../terminal.ts'

const PARSE = { ...FRAMEWORK_PARSE, jsonl: { type: 'boolean' }, role: { type: 'string' } } as const

export const decodeCommand: Command = {
  name: 'decode',
  summary: 'Which skill is behind what you were told',
  usage: 'skillmap decode "<what was said>" [--role <role>]   or   skillmap decode --jsonl < in > out',
  about:
    'Reads feedback sentence by sentence: the likeliest skills, the words that said so, what people mostly mean by it, and what your role asks of that skill. Nothing that you type is stored. With --jsonl it reads one JSON object a line, {"id", "text"}, and answers each with {"id", "skills", "refused", "polarity"}.',
  options: {
    '--role <role>': 'Your role. Without it: yours, if Skillmap knows it.',
    '--jsonl': 'Read lines of JSON from the standard input; answer each with a line of JSON.',
    ...FRAMEWORK_OPTION,
  },
  examples: [
    'skillmap decode "You should be more strategic and visible."',
    'skillmap decode "Great designs, but nobody hears of them." --role senior-engineer',
    'skillmap decode --jsonl < feedback.jsonl > skills.jsonl',
  ],
  parse: PARSE,
  positionals: [0, 500],
  async run(given, terminal) {
    const text = given.positionals.join(' ')
    const isLines = given.values.jsonl === true
    if (isLines === (text.trim() !== ''))
      throw new UsageFailure(`Give a sentence, or --jsonl and lines to read.\nUsage: ${decodeCommand.usage}`)
    const framework = await frameworkOf(given, terminal)
    const model = loadDecoder()
    if (isLines) return decodeLines(terminal, model, framework)
    const { role, corrected } = await known(given, terminal, framework)
    const items = readFeedback(model, framework, text, [], correctedLinks(model, framework, corrected))
    if (items.length === 0) throw new CommandFailure('There are no words in it.')
    if (given.json) return printJson(terminal, items)
    showDecoded(terminal, framework, items, role)
  },
}

interface Known {
  /** The role that was typed, or the one that is kept; null where nothing is kept. */
  role: string | null
  /** What the person corrected about how their frameworks are read. */
  corrected: readonly LinkCorrection[]
}

async function known(given: Given, terminal: Terminal, framework: Framework): Promise<Known> {
  const word = textOption(given, 'role')
  const typed = word === undefined ? null : roleNamed(framework, word).id
  if (!existsSync(dataFolder(terminal.env))) return { role: typed, corrected: [] }
  const connection = await connect(terminal.env)
  try {
    const corrected = await readLinkCorrections(connection)
    return { role: typed ?? (await roleKept(given, connection, framework)), corrected }
  } finally {
    await connection.close()
  }
}

async function roleKept(given: Given, connection: Connection, framework: Framework): Promise<string | null> {
  const me = await meAgainst<{ target: { role: string } | null; openAssessment: { role: string } | null }>(
    connection,
    textOption(given, 'framework'),
  )
  const role = me.target?.role ?? me.openAssessment?.role
  return framework.roles.some(({ id }) => id === role) ? (role ?? null) : null
}
