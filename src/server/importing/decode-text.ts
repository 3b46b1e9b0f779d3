// Bytes to text: UTF-8 or UTF-16 where the bytes say so, else what old spreadsheets write.
import type { ImportProblem } from '../../core/importing/import-source.ts'
import { fail, type Result, succeed } from '../../core/result.ts'

/** How many bytes tell whether every other one is zero, as in UTF-16 without a mark. */
const LOOKED_AT = 2000

export function decodeText(path: string, bytes: Uint8Array): Result<string, ImportProblem> {
  const marked = markedEncoding(bytes)
  if (marked !== null) return succeed(new TextDecoder(marked).decode(bytes))
  const unmarked = unmarkedUtf16(bytes)
  if (unmarked !== null) return succeed(new TextDecoder(unmarked).decode(bytes))
  if (bytes.includes(0))
    return fail({
      place: { path },
      message: 'This is not a text: it holds zero bytes.',
      mend: 'Bring a spreadsheet (.xlsx), a table (.csv), a text or page (.md, .html), JSON, or a zip archive of them.',
    })
  try {
    return succeed(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return succeed(new TextDecoder('windows-1252').decode(bytes))
  }
}

function markedEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/** Western text in UTF-16 has a zero in nearly every other place. */
function unmarkedUtf16(bytes: Uint8Array): string | null {
  const head = bytes.subarray(0, LOOKED_AT)
  if (head.length < 4) return null
  const zeros = [0, 0]
  head.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  const half = head.length / 2
  if (odd > half * 0.7 && even < half * 0.1) return 'utf-16le'
  if (even > half * 0.7 && odd < half * 0.1) return 'utf-16be'
  return null
}
