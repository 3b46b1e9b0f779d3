// Sealing with AES-256-GCM: what was sealed can be opened with the same key and in the same place only.

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { NamedKey } from './key-file.ts'

const CIPHER = 'aes-256-gcm'
/** NIST SP 800-38D: 96 bits, random, for at most 2^32 texts under one key. */
const NONCE_BYTES = 12
const TAG_BYTES = 16
const FORM = /^1\.([0-9a-f]{16})\.([A-Za-z0-9_-]+)$/

/** `1.<name of the key>.<nonce, text and tag in base64url>`. `place` must be given again to open it. */
export function sealBytes({ name, key }: NamedKey, place: string, bytes: Uint8Array): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES })
  cipher.setAAD(Buffer.from(`skillmap\n1\n${name}\n${place}`))
  const sealed = Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
  return `1.${name}.${sealed.toString('base64url')}`
}

/** The name of the key that a sealed text needs; null where it is no sealed text. */
export function keyNameIn(sealed: string): string | null {
  return FORM.exec(sealed)?.[1] ?? null
}

/** Null where the text was changed, cut, moved to another place, or sealed with another key. */
export function openBytes({ name, key }: NamedKey, place: string, sealed: string): Uint8Array | null {
  const found = FORM.exec(sealed)
  if (found === null || found[1] !== name) return null
  const bytes = Buffer.from(found[2] as string, 'base64url')
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return null
  const opening = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
  opening.setAAD(Buffer.from(`skillmap\n1\n${name}\n${place}`))
  opening.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES))
  try {
    const text = opening.update(bytes.subarray(NONCE_BYTES, bytes.length - TAG_BYTES))
    return Buffer.concat([text, opening.final()])
  } catch {
    return null
  }
}
