// A key as text that can be printed, read out and typed in again, with a check on every slip.

import { createHash } from 'node:crypto'
import { fail, type Result, succeed } from '../../core/result.ts'
import { KEY_BYTES } from './key-file.ts'

/** Crockford's base 32: no I, L, O or U, which look like 1, 1, 0 and V. https://www.crockford.com/base32.html */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const BITS = 5
/** 24 bits: of sixteen million slips one is missed. 32 + 3 bytes are 56 digits without a rest. */
const CHECK_BYTES = 3
const LENGTH = ((KEY_BYTES + CHECK_BYTES) * 8) / BITS
const GROUP = 4

export interface NotASheet {
  kind: 'not-a-sheet'
  message: string
}

/** Fourteen groups of four: the key, then the check. */
export function writeRecoverySheet(key: Uint8Array): string {
  const digits = encode(Buffer.concat([key, checkOf(key)]))
  return (digits.match(/.{4}/g) as string[]).join('-')
}

/** Spaces, hyphens and case do not matter; O is read as 0, and I and L as 1. */
export function readRecoverySheet(text: string): Result<Uint8Array, NotASheet> {
  const digits = text
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  const strange = [...digits].find((digit) => !DIGITS.includes(digit))
  if (strange !== undefined) return notASheet(`A recovery sheet has no ${strange} in it.`)
  if (digits.length !== LENGTH)
    return notASheet(
      `A recovery sheet has ${LENGTH / GROUP} groups of four; this has ${digits.length} letters and digits instead of ${LENGTH}.`,
    )
  const bytes = decode(digits)
  const key = bytes.subarray(0, KEY_BYTES)
  if (!checkOf(key).equals(bytes.subarray(KEY_BYTES)))
    return notASheet('There is a slip in it: the last group does not fit the others. Compare group by group.')
  return succeed(key)
}

function notASheet(message: string): Result<never, NotASheet> {
  return fail({ kind: 'not-a-sheet', message })
}

function checkOf(key: Uint8Array): Buffer {
  return createHash('sha256')
    .update('skillmap recovery sheet\n')
    .update(key)
    .digest()
    .subarray(0, CHECK_BYTES)
}

function encode(bytes: Uint8Array): string {
  let text = ''
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    for (bits += 8; bits >= BITS; ) {
      bits -= BITS
      text += DIGITS[(held >> bits) & 31]
    }
    held &= (1 << bits) - 1
  }
  return text
}

function decode(digits: string): Buffer {
  const bytes: number[] = []
  let held = 0
  let bits = 0
  for (const digit of digits) {
    held = (held << BITS) | DIGITS.indexOf(digit)
    bits += BITS
    if (bits < 8) continue
    bits -= 8
    bytes.push((held >> bits) & 255)
    held &= (1 << bits) - 1
  }
  return Buffer.from(bytes)
}
