// Serves the built web app: hashed assets for ever, the start page always fresh, compressed once.
import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { extname, join, resolve, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}
const WORTH_COMPRESSING = /^(text\/|application\/(json|manifest\+json|wasm)|image\/svg)/
/** The build puts files whose names hold a hash of their content here, so that they never change. */
const HASHED_FOLDER = `${sep}assets${sep}`

export type Encoding = 'br' | 'gzip' | 'identity'

/** Bytes that are sent as they are, in every encoding that was asked for so far. */
export interface SendableFile {
  type: string
  etag: string
  immutable: boolean
  encode(encoding: Encoding): Promise<Uint8Array<ArrayBuffer>>
}

/** Compresses at most once per encoding. Small or already compressed bytes are sent as they are. */
export function sendable(bytes: Uint8Array<ArrayBuffer>, type: string, immutable: boolean): SendableFile {
  const etag = createHash('sha256').update(bytes).digest('base64url').slice(0, 27)
  const made = new Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>()
  const worth = bytes.byteLength > 1024 && WORTH_COMPRESSING.test(type)
  return {
    type,
    etag,
    immutable,
    encode(encoding) {
      if (!worth || encoding === 'identity') return Promise.resolve(bytes)
      const existing = made.get(encoding)
      if (existing !== undefined) return existing
      const compressed = compress(bytes, encoding)
      made.set(encoding, compressed)
      return compressed
    },
  }
}

async function compress(bytes: Uint8Array, encoding: 'br' | 'gzip'): Promise<Uint8Array<ArrayBuffer>> {
  const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }
  const made =
    encoding === 'br' ? await promisify(brotliCompress)(bytes, options) : await promisify(gzip)(bytes)
  return new Uint8Array(made)
}

/** The best encoding that a request accepts. */
export function acceptedEncoding(header: string | undefined): Encoding {
  const accepted = (header ?? '')
    .split(',')
    .filter((part) => !/;\s*q=0(\.0*)?\s*$/.test(part))
    .map((part) => part.split(';')[0]?.trim())
  if (accepted.includes('br')) return 'br'
  return accepted.includes('gzip') ? 'gzip' : 'identity'
}

/** Answers with a file, or with 304 when the reader has it already. */
export async function sendFile(
  file: SendableFile,
  request: Request,
  headers: Record<string, string> = {},
): Promise<Response> {
  const asked = acceptedEncoding(request.headers.get('accept-encoding') ?? undefined)
  const bytes = await file.encode(asked)
  const encoding = bytes === (await file.encode('identity')) ? 'identity' : asked
  const etag = `"${file.etag}${encoding === 'identity' ? '' : `-${encoding}`}"`
  const common = {
    etag,
    vary: 'Accept-Encoding',
    'cache-control': file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    ...headers,
  }
  const known = (request.headers.get('if-none-match') ?? '')
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''))
  if (known.includes(etag)) return new Response(null, { status: 304, headers: common })
  return new Response(bytes, {
    headers: {
      ...common,
      'content-type': file.type,
      'content-length': String(bytes.byteLength),
      ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
    },
  })
}

export interface WebFiles {
  /** The file behind a path of the address, or null: nothing outside the folder and no hidden file. */
  find(path: string): Promise<SendableFile | null>
}

export function webFilesIn(webRoot: string): WebFiles {
  const root = resolve(webRoot)
  const cache = new Map<string, { stamp: string; file: SendableFile }>()
  return {
    async find(path) {
      const place = placeOf(root, path)
      if (place === null) return null
      const found = await stat(place).catch(() => null)
      if (found === null || !found.isFile()) return null
      const stamp = `${found.mtimeMs}/${found.size}`
      const cached = cache.get(place)
      if (cached?.stamp === stamp) return cached.file
      const type = TYPES[extname(place)] ?? 'application/octet-stream'
      const immutable = place.startsWith(root + HASHED_FOLDER)
      const file = sendable(new Uint8Array(await readFile(place)), type, immutable)
      cache.set(place, { stamp, file })
      return file
    },
  }
}

function placeOf(root: string, path: string): string | null {
  let decoded: string
  try {
    decoded = decodeURIComponent(path)
  } catch {
    return null
  }
  if (/[\0\\]/.test(decoded) || decoded.split('/').some((step) => step.startsWith('.'))) return null
  const place = join(root, decoded)
  return place.startsWith(root + sep) ? place : null
}
