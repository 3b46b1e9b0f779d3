// The hashes of the audit chain: how a line is sealed by the one before it, and where a chain does not hold.

import { createHash, randomBytes } from 'node:crypto'
import { canonicalJson } from '../../core/framework/canonical-json.ts'

/** What a line says. */
export interface AuditContents {
  /** From 1 on, without a gap. */
  seq: number
  /** ISO time. */
  at: string
  actorId: string | null
  action: string
  noun: string
  objectId: string
  revisionId: string | null
  /** 32 hexadecimal digits that nobody guesses; null for lines from before there were any. */
  salt: string | null
}

export interface ChainedLine extends AuditContents {
  previousHash: string
  hash: string
}

/** What the first line of every chain takes as the hash of the line before it. */
export const CHAIN_START = '0'.repeat(64)

export function newSalt(): string {
  return randomBytes(16).toString('hex')
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** Holds somebody to what a line says without telling it: without the salt the contents cannot be guessed. */
export function commitmentOf(line: AuditContents): string {
  const { seq, at, actorId, action, noun, objectId, revisionId, salt } = line
  return sha256(canonicalJson({ seq, at, actorId, action, noun, objectId, revisionId, salt }))
}

/** The hash of a line of which only the commitment is known. */
export function hashOfCommitment(previousHash: string, commitment: string): string {
  return sha256(canonicalJson({ previousHash, commitment }))
}

/** Seals a line. Those without a salt take the contents and the hash before in one. */
export function sealLine(line: Omit<ChainedLine, 'hash'>): string {
  const { seq, at, actorId, action, noun, objectId, revisionId, salt, previousHash } = line
  if (salt !== null) return hashOfCommitment(previousHash, commitmentOf(line))
  return sha256(canonicalJson({ seq, at, actorId, action, noun, objectId, revisionId, previousHash }))
}

/** The number of the first line that does not fit the chain, or null while it holds. A gap does not fit either. */
export function firstBrokenLink(
  lines: readonly ChainedLine[],
  before: { seq: number; hash: string } = { seq: 0, hash: CHAIN_START },
): number | null {
  let { seq, hash } = before
  for (const line of lines) {
    if (line.seq !== seq + 1 || line.previousHash !== hash || line.hash !== sealLine(line)) return line.seq
    seq = line.seq
    hash = line.hash
  }
  return null
}
