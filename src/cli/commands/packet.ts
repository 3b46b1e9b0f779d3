// skillmap packet: your records arranged for a review or a promotion, or a packet that you wrote, as a file to hand in.
import { readFileSync } from 'node:fs'
import { readFeedback } from '../../core/decode/read-feedback.ts'
import type { Framework } from '../../core/framework/framework.ts'
import { correctedLinks } from '../../core/linking/corrected-links.ts'
import type { LinkCorrection } from '../../core/linking/link-correction.ts'
import { answersText } from '../../core/packet/answers-text.ts'
import { arrangeAnswers } from '../../core/packet/arrange-answers.ts'
import { documentHtml } from '../../core/packet/document-html.ts'
import { documentMarkdown } from '../../core/packet/document-markdown.ts'
import { contentOf, type PacketContent } from '../../core/packet/packet.ts'
import { readQuestions } from '../../core/packet/read-questions.ts'
import { jsonResume } from '../../core/packet/write-cv.ts'
import { AUDIENCES, type Audience, writePacket } from '../../core/packet/write-packet.ts'
import { monthsBefore } from '../../core/plan/quarter-calendar.ts'
import { STAY, type Target } from '../../core/target/target.ts'
import { roleNamed } from '../built-in.ts'
import { type Command, CommandFailure, type Given, textOption, UsageFailure } from '../command.ts'
import { type Connection, connect } from '../connect.ts'
import { meAgainst } from '../framework-named.ts'
import { readLinkCorrections } from '../link-data.ts'
import { loadDecoder } from '../load-decoder.ts'
import { dayAsked, localDay } from '../local-day.ts'
import { saveNew } from '../save-new.ts'

const FORMATS = ['md', 'html', 'json-resume'] as const
const OWNER_ONLY = 0o600

interface Me {
  person: { displayName: string | null }
  framework: { digest: string }
  target: Target | null
}

interface Loaded {
  framework: Framework
  content: PacketContent
  name: string | null
  /** ISO time. */
  savedAt: string
  /** What the person corrected about how their frameworks are read. */
  links: readonly LinkCorrection[]
}

export const packetCommand: Command = {
  name: 'packet',
  summary: 'A packet for a review or a promotion, from what you wrote down',
  usage:
    'skillmap packet [--role <role>] [--from <day>] [--until <day>] [--review] [--for <reader>] [--format md|html|json-resume] [--out <file>]\n       skillmap packet --saved [<id>] …\n       skillmap packet --form <file> …',
  about:
    'Arranges your evidence, what others said and the levels you claim under the skills that a role expects, the strongest first. Every sentence is yours or quoted; nothing is written for you and nothing is kept. With --saved it prints a packet that you wrote on the page. With --form it arranges the same under the questions of another form.',
  options: {
    '--role <role>': 'The role it is held against. Without it: your first destination.',
    '--from <day>': 'First day of the period, such as 2026-01-01. Without it: a year before the last.',
    '--until <day>': 'Last day of the period. Without it: today.',
    '--review': 'For a review of the role you have, not for a promotion.',
    '--for <reader>': 'manager (the default), director, cv or plain.',
    '--format <format>': 'md (the default), html for word processors, or json-resume.',
    '--form <file>': 'A text file with the questions of another form.',
    '--saved': 'A packet that you wrote: the one with this id, or the one saved last.',
    '--out <file>': 'Write there, readable by you only. Without it: to the terminal.',
  },
  examples: [
    'skillmap packet --role staff-engineer --from 2026-01-01',
    'skillmap packet --saved --format html --out packet.html',
    'skillmap packet --for cv --format json-resume --out resume.json',
    'skillmap packet --form questions.txt',
  ],
  parse: {
    role: { type: 'string' },
    from: { type: 'string' },
    until: { type: 'string' },
    review: { type: 'boolean' },
    for: { type: 'string' },
    format: { type: 'string' },
    form: { type: 'string' },
    saved: { type: 'boolean' },
    out: { type: 'string' },
  },
  positionals: [0, 1],
  async run(given, terminal) {
    const form = textOption(given, 'form')
    const questions = form === undefined ? null : questionsIn(form)
    const write = questions === null ? writerOf(given) : (loaded: Loaded) => answersOf(loaded, questions)
    const connection = await connect(terminal.env)
    try {
      const loaded = await load(connection, given)
      const text = given.json ? `${JSON.stringify(loaded.content, null, 2)}\n` : write(loaded)
      const out = textOption(given, 'out')
      if (out === undefined) terminal.out(text.trimEnd())
      else saveNew(out, text, (line) => terminal.err(line), OWNER_ONLY)
    } finally {
      await connection.close()
    }
  },
}

async function load(connection: Connection, given: Given): Promise<Loaded> {
  const me = await meAgainst<Me>(connection, undefined)
  const isSaved = given.values.saved === true
  const [id] = given.positionals
  if (id !== undefined && !isSaved) throw new UsageFailure('An id goes with --saved.')
  const { content, digest, savedAt } = isSaved
    ? await savedPacket(connection, id)
    : await arranged(connection, given, me)
  const { body: framework } = await connection.call<Framework>('GET', `/api/frameworks/${digest}`)
  const links = await readLinkCorrections(connection)
  return { framework, content, name: me.person.displayName, savedAt, links }
}

interface Found {
  content: PacketContent
  digest: string
  savedAt: string
}

async function savedPacket(connection: Connection, id: string | undefined): Promise<Found> {
  const { body } = await connection.call<{ packets: { id: string }[] }>('GET', '/api/packets')
  const wanted = id ?? body.packets[0]?.id
  if (wanted === undefined)
    throw new CommandFailure('You have not written a packet yet. Without --saved one is arranged.')
  const { body: state } = await connection.call<{
    packet: PacketContent & { frameworkDigest: string; savedAt: string }
  }>('GET', `/api/packets/${encodeURIComponent(wanted)}`)
  const { frameworkDigest: digest, savedAt } = state.packet
  return { content: contentOf(state.packet), digest, savedAt }
}

async function arranged(connection: Connection, given: Given, me: Me): Promise<Found> {
  const { body: framework } = await connection.call<Framework>(
    'GET',
    `/api/frameworks/${me.framework.digest}`,
  )
  const savedAt = new Date().toISOString()
  const until = dayAsked(given, 'until') ?? localDay()
  const from = dayAsked(given, 'from') ?? monthsBefore(until, 12)
  const purpose = given.values.review === true ? 'review' : 'promotion'
  const role = roleAsked(framework, given, me.target)
  const query = new URLSearchParams({ purpose, role, from, until })
  const { body } = await connection.call<{ frameworkDigest: string; content: PacketContent }>(
    'GET',
    `/api/packet-arranged?${query}`,
  )
  return { content: body.content, digest: body.frameworkDigest, savedAt }
}

function roleAsked(framework: Framework, given: Given, target: Target | null): string {
  const word = textOption(given, 'role')
  if (word !== undefined) return roleNamed(framework, word).id
  const wanted = target?.destinations.find((role) => role !== STAY)
  const role = given.values.review === true ? target?.role : (wanted ?? target?.role)
  if (role === undefined) throw new CommandFailure('Your role is not known yet: add --role <role>.')
  return role
}

/** Checked before the data are opened. */
function writerOf(given: Given): (loaded: Loaded) => string {
  const format = textOption(given, 'format') ?? 'md'
  const reader = textOption(given, 'for') ?? (format === 'json-resume' ? 'cv' : 'manager')
  const audience = AUDIENCES.find((one) => one === reader)
  if (audience === undefined) throw new UsageFailure(`--for takes ${AUDIENCES.join(', ')}.`)
  if (!FORMATS.some((one) => one === format)) throw new UsageFailure(`--format takes ${FORMATS.join(', ')}.`)
  if (format === 'json-resume' && audience !== 'cv')
    throw new UsageFailure('--format json-resume is for a cv and no other reader.')
  return (loaded) => writeAs(loaded, format, audience)
}

function writeAs({ framework, content, name, savedAt }: Loaded, format: string, audience: Audience): string {
  if (format === 'json-resume')
    return `${JSON.stringify(jsonResume(framework, content, { name, savedAt }), null, 2)}\n`
  const document = writePacket(framework, content, { audience, name })
  return format === 'html' ? documentHtml(document) : documentMarkdown(document)
}

function questionsIn(file: string): string[] {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new CommandFailure(
      `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
  const questions = readQuestions(text)
  if (questions.length === 0) throw new CommandFailure(`No question was found in ${file}.`)
  return questions
}

function answersOf({ framework, content, links }: Loaded, questions: readonly string[]): string {
  const model = loadDecoder()
  const by = correctedLinks(model, framework, links)
  const answers = arrangeAnswers(framework, content.sections, questions, (text) =>
    readFeedback(model, framework, text, [], by),
  )
  return `${answersText(answers, content.sections)}\n`
}
