// The keys of one person, each sealed with the key file's key: found, made, and put back from a recovery sheet.

import { randomBytes, randomUUID } from 'node:crypto'
import { keyRules } from '../../core/access/key.ts'
import { type Result, succeed } from '../../core/result.ts'
import { allowedBy, ownedRow } from '../access.ts'
import { findSetting, saveSetting } from '../settings.ts'
import { sessionIn } from '../sql-session.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'
import { KEY_BYTES, type KeyFileProblem, type NamedKey, nameOfKey } from './key-file.ts'
import { listKeysNeeded } from './key-names.ts'
import { type NotASheet, readRecoverySheet } from './recovery-sheet.ts'
import { openBytes, sealBytes } from './seal.ts'

const PURPOSE = 'private-text'

export interface PrivateKeys {
  /** Oldest first; those that the key file opens. */
  open: (NamedKey & { madeAt: string })[]
  /** What is wrong with the key file; null where it is there. `missing` is well as long as there is no key. */
  fileProblem: KeyFileProblem | null
}

/** The keys of the viewer. */
export async function findPrivateKeys(tx: ViewerTransaction): Promise<PrivateKeys> {
  const known = tx.keyFile.read()
  const rows = await tx.db
    .selectFrom('key')
    .selectAll()
    .where(allowedBy(keyRules.see, tx.viewer, ownedRow))
    .where('purpose', '=', PURPOSE)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  const fileKey = typeof known === 'string' ? null : known
  const opened = rows.map((row) => {
    const key = fileKey && openBytes(fileKey, placeOf(tx, row.id), row.wrapped_key)
    return key === null ? null : { name: nameOfKey(key), key, madeAt: row.created_at }
  })
  const open = opened.filter((key) => key !== null)
  return {
    open: open.filter((key, index) => open.findIndex(({ name }) => name === key.name) === index),
    fileProblem: typeof known === 'string' ? known : null,
  }
}

/**
 * How many keys the viewer's texts were sealed with that are not there. Told by the texts: a key that came back from a
 * recovery sheet is a row of its own beside the one that no longer opens.
 */
export async function countKeysMissing(tx: ViewerTransaction): Promise<number> {
  const { orgId, personId } = tx.viewer
  if (personId === null) return 0
  const { open } = await findPrivateKeys(tx)
  const needed = await listKeysNeeded(sessionIn(tx), { orgId, ownerId: personId })
  return needed.filter(({ name }) => !open.some((key) => key.name === name)).length
}

/**
 * The key that the viewer's next text is sealed with, made where there is none that opens. Throws KeyFileError where
 * the key file is damaged.
 */
export async function findOrMakePrivateKey(tx: ViewerTransaction): Promise<NamedKey> {
  tx.keyFile.readOrMake()
  const [oldest] = (await findPrivateKeys(tx)).open
  if (oldest !== undefined) return oldest
  const key = randomBytes(KEY_BYTES)
  await savePrivateKey(tx, key)
  return { name: nameOfKey(key), key }
}

/** Puts a key back. What was sealed with it can be read again; false where it could be read already. */
export async function savePrivateKeyFromSheet(
  tx: ViewerTransaction,
  sheet: string,
): Promise<Result<{ name: string; isNew: boolean }, NotASheet>> {
  const key = readRecoverySheet(sheet)
  if (!key.ok) return key
  tx.keyFile.readOrMake()
  const name = nameOfKey(key.value)
  const isNew = !(await findPrivateKeys(tx)).open.some((one) => one.name === name)
  if (isNew) await savePrivateKey(tx, key.value)
  return succeed({ name, isNew })
}

async function savePrivateKey(tx: ViewerTransaction, key: Uint8Array): Promise<void> {
  const { orgId, personId } = tx.viewer
  if (personId === null) throw new Error('A visitor has no key.')
  const id = randomUUID()
  await tx.db
    .insertInto('key')
    .values({
      org_id: orgId,
      id,
      owner_id: personId,
      purpose: PURPOSE,
      wrapped_key: sealBytes(tx.keyFile.readOrMake(), placeOf(tx, id), key),
      created_at: tx.now,
    })
    .execute()
  tx.changes.push({ action: 'add', noun: 'key', objectId: id, revisionId: null })
}

function placeOf({ viewer }: ViewerTransaction, id: string): string {
  return placeIn(viewer, id)
}

function placeIn({ orgId, personId }: { orgId: string; personId: string | null }, id: string): string {
  return [orgId, personId, 'key', id].join('\n')
}

/** The name of this key of a person, where the key file's key opens it; the key itself goes nowhere. */
export function nameIfOpened(
  fileKey: NamedKey,
  kept: { orgId: string; personId: string; id: string; wrappedKey: string },
): string | null {
  const key = openBytes(fileKey, placeIn(kept, kept.id), kept.wrappedKey)
  return key === null ? null : nameOfKey(key)
}

interface SheetKept {
  revisionId: string
  /** Names of the keys whose sheet the person keeps. */
  keys: string[]
}

/** Whether the person has said that they keep the sheet of each of their keys. */
export async function isRecoverySheetKept(tx: ViewerTransaction): Promise<boolean> {
  const { personId } = tx.viewer
  if (personId === null) return false
  const kept = await findSetting<SheetKept>(tx, keyRules.see, personId, 'recovery-sheet')
  return (await findPrivateKeys(tx)).open.every(({ name }) => kept?.keys.includes(name) ?? false)
}

/** Remembers that the person keeps the sheets of the keys there are. Saying it twice changes nothing. */
export async function saveRecoverySheetKept(tx: ViewerTransaction): Promise<void> {
  const { personId } = tx.viewer
  if (personId === null) throw new Error('A visitor has no key.')
  const before = await findSetting<SheetKept>(tx, keyRules.confirmSheet, personId, 'recovery-sheet')
  const value: SheetKept = {
    revisionId: randomUUID(),
    keys: (await findPrivateKeys(tx)).open.map(({ name }) => name),
  }
  await saveSetting(tx, keyRules.confirmSheet, { name: 'recovery-sheet', value }, before?.revisionId ?? null)
}
