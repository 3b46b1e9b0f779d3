// The one way in which free personal text is kept: sealed with its owner's key, and bound to its organisation, owner and row.

import { fail, type Result, succeed } from '../../core/result.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'
import type { NamedKey } from './key-file.ts'
import { findOrMakePrivateKey, findPrivateKeys } from './private-keys.ts'
import { keyNameIn, openBytes, sealBytes } from './seal.ts'

/** Where a text lies. A text that is moved to another row cannot be opened there. */
export interface TextPlace {
  table: string
  /** The id of its row: of the revision, where there are revisions. */
  rowId: string
}

/**
 * `key-missing`: the key file or the person's key is not there; a recovery sheet helps. `damaged`: the text is not
 * what was written.
 */
export type Unreadable = 'key-missing' | 'damaged'

export type ReadText = <Value>(place: TextPlace, sealed: string) => Result<Value, Unreadable>
export type SealText = (place: TextPlace, value: unknown) => string

/** Opens texts of the viewer: any JSON value, as it was sealed. */
export async function textReader(tx: ViewerTransaction): Promise<ReadText> {
  const keys = new Map((await findPrivateKeys(tx)).open.map((key) => [key.name, key]))
  return <Value>(place: TextPlace, sealed: string) => {
    const name = keyNameIn(sealed)
    if (name === null) return fail('damaged')
    const key = keys.get(name)
    if (key === undefined) return fail('key-missing')
    const bytes = openBytes(key, placeOf(tx, place), sealed)
    return bytes === null ? fail('damaged') : succeed(JSON.parse(Buffer.from(bytes).toString()) as Value)
  }
}

/**
 * Seals texts of the viewer: any JSON value. Makes the person's key, and the key file, where there is none yet.
 * Throws KeyFileError where the key file is damaged.
 */
export async function textSealer(tx: ViewerTransaction): Promise<SealText> {
  const key: NamedKey = await findOrMakePrivateKey(tx)
  return (place, value) => sealBytes(key, placeOf(tx, place), Buffer.from(JSON.stringify(value)))
}

function placeOf({ viewer }: ViewerTransaction, { table, rowId }: TextPlace): string {
  return [viewer.orgId, viewer.personId, table, rowId].join('\n')
}
