// skillmap capture: what you did, proposed from where your work leaves traces; kept only where you choose it.
import { type CaptureReading, isBy } from '../../core/capture/capture-reading.ts'
import type { TraceOfWork } from '../../core/capture/trace.ts'
import { BYTE_LIMITS } from '../../server/importing/byte-limits.ts'
import { type Command, CommandFailure, type Given, textOption, UsageFailure } from '../command.ts'
import { type Connection, connect } from '../connect.ts'
import { type Found, proposeAndKeep } from '../keep-captured.ts'
import { localDay } from '../local-day.ts'
import { readGit } from '../read-git.ts'
import { readToSend } from '../read-to-send.ts'
import type { Terminal } from '../terminal.ts'

export const capture: Command = {
  name: 'capture',
  summary: 'Propose entries for your journal from git, a calendar, or a tracker’s export',
  usage:
    'skillmap capture git <repository> | capture calendar <file.ics> | capture csv <file.csv> [--since <day>] [--keep <numbers>]',
  about:
    'Reads your own commits, a calendar (iCalendar), or pull requests and tickets as GitHub, GitLab and Jira export them (CSV, or the JSON of gh), and groups them into pieces of work. You see them with numbers and choose; nothing is kept before that, and what you keep only you can read. What is in your journal already is not proposed again.',
  options: {
    '--since <day>': 'The first day; a month ago without it.',
    '--until <day>': 'The last day; today without it.',
    '--author <who>':
      'Your address, name or account there; more than once if you have several. For git, user.email without it.',
    '--all-authors-are-me': 'Everything in it is yours.',
    '--all-branches': 'Of git: local branches too, not only the current one.',
    '--keep <numbers>': 'Keep these without asking, such as 1,3,5-7, or all.',
  },
  examples: [
    'skillmap capture git ~/code/shop',
    'skillmap capture git . --since 2026-10-01 --author ada@example.org --author ada@home.example',
    'skillmap capture calendar work.ics --since 2026-11-01 --keep 1,3,5-7',
    'gh pr list --author @me --state merged --json number,title,url,mergedAt,author,labels,files > mine.json && skillmap capture csv mine.json',
  ],
  parse: {
    since: { type: 'string' },
    until: { type: 'string' },
    author: { type: 'string', multiple: true },
    'all-authors-are-me': { type: 'boolean' },
    'all-branches': { type: 'boolean' },
    keep: { type: 'string' },
  },
  positionals: [2, 2],
  async run(given, terminal) {
    const [kind = '', place = ''] = given.positionals
    if (kind !== 'git' && kind !== 'calendar' && kind !== 'csv')
      throw new UsageFailure(`Capture from git, calendar or csv, not from “${kind}”.`)
    const asked = askedIn(given)
    const git = kind === 'git' ? await fromGit(place, asked, given, terminal) : null
    const connection = await connect(terminal.env)
    try {
      const found = git ?? (await fromFile(place, asked, connection))
      await proposeAndKeep(found, given, terminal, connection)
    } finally {
      await connection.close()
    }
  },
}

interface Asked {
  since: string
  until: string
  /** Null: everybody in it. Empty: not said. */
  authors: string[] | null
}

const MONTH_MS = 31 * 86_400_000

function askedIn(given: Given): Asked {
  const now = new Date()
  const until = dayOption(given, 'until') ?? localDay(now)
  const since =
    dayOption(given, 'since') ?? localDay(new Date(Math.min(Date.parse(until), now.getTime()) - MONTH_MS))
  if (since > until) throw new UsageFailure('--since must not be later than --until.')
  const { author } = given.values
  const named = Array.isArray(author) ? author.filter((one) => typeof one === 'string') : []
  return { since, until, authors: given.values['all-authors-are-me'] === true ? null : named }
}

function dayOption(given: Given, name: string): string | undefined {
  const day = textOption(given, name)
  if (day !== undefined && (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day))))
    throw new UsageFailure(`--${name} takes a day such as 2026-11-01, not “${day}”.`)
  return day
}

async function fromGit(folder: string, asked: Asked, given: Given, terminal: Terminal): Promise<Found> {
  const allBranches = given.values['all-branches'] === true
  const read = await readGit({ folder, ...asked, allBranches }, terminal.env)
  if (read.traces.length > 0) return read
  const others = read.authors.slice(0, 5).map(({ address, commits }) => `${address} (${commits})`)
  const by = read.ownNames === null ? '' : ` by ${read.ownNames.join(' or ')}`
  const hint =
    others.length === 0
      ? 'Try an earlier day: --since <day>'
      : `Others are there: ${others.join(', ')}. Is one of them you? Say so with --author.`
  const cut = read.notes.length === 0 ? '' : `\n${read.notes.join('\n')}`
  throw new CommandFailure(`There are no commits${by} from ${asked.since} to ${asked.until}. ${hint}${cut}`)
}

async function fromFile(path: string, asked: Asked, connection: Connection): Promise<Found> {
  const file = readToSend(path, BYTE_LIMITS.upload)
  const me = (asked.authors ?? []).join(',')
  const query = new URLSearchParams({ name: file.name, since: asked.since, until: asked.until, me })
  const { body } = await connection.call<CaptureReading>('POST', `/api/captures?${query}`, {
    bytes: file.bytes,
  })
  if (body.problem !== null) throw new CommandFailure(`${body.problem.message} ${body.problem.mend}`)
  const notes = body.leftOut.map(
    ({ what, why, line }) => `Left out: ${what}, ${why}${line === null ? '' : ` (line ${line})`}.`,
  )
  return { traces: ownTraces(body, asked), notes }
}

/** A calendar is one's own; of a table with several people somebody has to say who they are. */
function ownTraces({ traces, people }: CaptureReading, { authors }: Asked): TraceOfWork[] {
  const isCalendar = traces.every(({ kind }) => kind === 'meeting')
  if (isCalendar || authors === null) return traces
  if (authors.length > 0) {
    const own = traces.filter((trace) => isBy(trace, authors))
    if (own.length > 0) return own
    throw new CommandFailure(`Nothing in it is by ${authors.join(' or ')}. ${whoIsThere(people)}`)
  }
  const [first] = traces
  const isOnePerson = first !== undefined && traces.every(({ who }) => who.join() === first.who.join())
  if (isOnePerson) return traces
  throw new CommandFailure(
    `Several people are in it. Say who you are with --author, or --all-authors-are-me. ${whoIsThere(people)}`,
  )
}

function whoIsThere(people: CaptureReading['people']): string {
  const shown = people.slice(0, 6).map(({ name, count }) => `${name} (${count})`)
  return shown.length === 0 ? 'It names nobody.' : `It names ${shown.join(', ')}.`
}
