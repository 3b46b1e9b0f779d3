// Writes the log of an engineer who never was, for tests and figures: which commits belong together is known.
import { type Random, seededRandom } from '../measurement/seeded-random.ts'
import type { GitCommit } from './read-git-log.ts'
import { DAY_MS } from './trace.ts'

export interface WrittenLog {
  /** The oldest first. */
  commits: GitCommit[]
  /** As `git log -z --name-only` with GIT_FORMAT writes it, the newest first. */
  output: string
  /** The piece of work of each commit of one's own, by hash. */
  pieces: Map<string, string>
}

export interface LogRequest {
  seed: number
  /** Pieces of work in each month of thirty days. */
  piecesPerMonth: number
  months: number
  /** On average; single small commits come on top. */
  commitsPerPiece: number
  /** How pieces come in: by merges, squashed or straight, with the ticket in front or with a scope. */
  habit: 'branches' | 'scopes' | 'tickets' | 'plain'
}

export const ME = { name: 'Ada Example', address: 'ada@example.org' }
const OTHERS = [
  { name: 'Ben Example', address: 'ben@example.org' },
  { name: 'Chloé Example', address: 'chloe@example.org' },
]
const FIRST_DAY = Date.parse('2026-01-05T00:00:00Z')

const PLACES = [
  'services/billing/invoices',
  'services/billing/payments',
  'services/search/indexer',
  'services/search/ranking',
  'services/accounts/sessions',
  'services/accounts/permissions',
  'web/checkout/basket',
  'web/checkout/address',
  'web/profile/settings',
  'infra/terraform/network',
  'infra/pipelines/release',
  'libs/http/retries',
  'libs/events/outbox',
  'docs/runbooks/alerts',
]
const THINGS = [
  'idempotency keys',
  'partial refunds',
  'index rebuilds',
  'synonym lists',
  'session expiry',
  'role inheritance',
  'basket merging',
  'address validation',
  'notification settings',
  'private subnets',
  'canary releases',
  'exponential backoff',
  'outbox relay',
  'alert routing',
  'currency rounding',
  'rate limits',
  'audit trail',
  'cursor paging',
]
const STEPS = [
  'Add the table for THING',
  'Read THING from the request',
  'Cover THING with tests',
  'Handle THING when the upstream is slow',
  'Log what happens to THING',
  'Move THING out of the controller',
  'Document THING for the on-call',
  'Measure THING under load',
  'Let operators switch THING off',
  'Fix the order of THING after a retry',
]
const SMALL = ['wip', 'fix typo', 'fix lint', 'address review comments', 'bump lodash to 4.17.21']
const FILES = [
  'handler.ts',
  'handler.test.ts',
  'store.ts',
  'schema.sql',
  'index.ts',
  'README.md',
  'config.yaml',
]

interface Writer {
  random: Random
  request: LogRequest
  commits: GitCommit[]
  pieces: Map<string, string>
  last: string
}

export function writtenLog(request: LogRequest): WrittenLog {
  const random = seededRandom(request.seed)
  const writer: Writer = { random, request, commits: [], pieces: new Map(), last: '' }
  const total = request.piecesPerMonth * request.months
  for (let index = 0; index < total; index += 1) writePiece(writer, index, total)
  const { commits, pieces } = writer
  return { commits, pieces, output: commits.map(asGitWrites).reverse().join('\0') }
}

function asGitWrites(commit: GitCommit): string {
  const { hash, parents, name, address, moment, subject, body, files } = commit
  const head = ['', hash, parents.join(' '), name, address, moment, subject, body, ''].join('\0')
  return files.length === 0 ? head : `${head}\0\n${files.join('\0')}`
}

function writePiece(writer: Writer, index: number, total: number): void {
  const { random, request } = writer
  const days = request.months * 30
  const begins = FIRST_DAY + (index / total) * days * DAY_MS
  const place = pick(random, PLACES)
  const thing = THINGS[(index * 7 + Math.floor(random() * 3)) % THINGS.length] ?? 'caching'
  const ticket = `SHOP-${200 + index}`
  const name = `${thing} in ${place}`
  const base = writer.last
  const size = Math.max(1, Math.round(request.commitsPerPiece * (0.4 + 1.2 * random())))
  const isBranch = request.habit === 'branches' && size > 1
  for (let step = 0; step < size; step += 1) {
    const at = begins + step * (3 + 9 * random()) * 3_600_000 + 9 * 3_600_000
    const isSmall = step > 0 && random() < 0.2
    const sentence = isSmall ? pick(random, SMALL) : pick(random, STEPS).replace('THING', thing)
    const files = isSmall ? [pick(random, FILES)] : FILES.filter(() => random() < 0.4)
    const hash = write(writer, {
      at,
      parents: step === 0 ? [base] : [writer.last],
      subject: isSmall ? sentence : dressed(request.habit, sentence, { ticket, place }),
      body: random() < 0.1 ? 'Co-authored-by: Ben Example <ben@example.org>\n' : '',
      files: files.map((file) => `${place}/${file}`),
      author: ME,
    })
    writer.pieces.set(hash, name)
  }
  if (isBranch)
    write(writer, {
      at: begins + size * DAY_MS,
      parents: [base, writer.last],
      subject: `Merge pull request #${400 + index} from ada/${ticket}-${thing.replaceAll(' ', '-')}`,
      body: `${thing.charAt(0).toUpperCase()}${thing.slice(1)} for ${place.split('/')[1] ?? place}\n`,
      files: [],
      author: pick(random, OTHERS),
    })
  if (random() < 0.3)
    write(writer, {
      at: begins + DAY_MS,
      parents: [writer.last],
      subject: 'Rotate certificates',
      body: '',
      files: ['infra/certificates.yaml'],
      author: pick(random, OTHERS),
    })
}

function dressed(
  habit: LogRequest['habit'],
  sentence: string,
  { ticket, place }: { ticket: string; place: string },
): string {
  const lower = sentence.charAt(0).toLowerCase() + sentence.slice(1)
  if (habit === 'tickets') return `${ticket} ${sentence}`
  return habit === 'scopes' ? `feat(${place.split('/').at(-1) ?? place}): ${lower}` : sentence
}

interface NewCommit {
  at: number
  parents: string[]
  subject: string
  body: string
  files: string[]
  author: { name: string; address: string }
}

function write(writer: Writer, { at, author, parents, ...commit }: NewCommit): string {
  const hash = Array.from({ length: 5 }, () =>
    Math.floor(writer.random() * 2 ** 32)
      .toString(16)
      .padStart(8, '0'),
  ).join('')
  const moment = new Date(at).toISOString().replace(/\.\d+Z$/, '+00:00')
  writer.commits.push({ hash, parents: parents.filter(Boolean), ...author, moment, ...commit })
  writer.last = hash
  return hash
}

function pick<Value>(random: Random, values: readonly Value[]): Value {
  return values[Math.floor(random() * values.length)] as Value
}
