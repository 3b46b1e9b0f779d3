// What was handed over and what was received, as a part of a personal export.

import { z } from 'zod'
import type { ReceivedShareRevision, ShareRevision } from '../share/share.ts'
import { shareContentSchema, shareFileSchema } from '../share/share-schema.ts'
import { digest, id, MOST, time } from './exported-assessment.ts'
import { plain } from './markdown-text.ts'
import type { PersonalExport } from './personal-export.ts'

/** Missing in exports from before there were any. */
export interface ExportedShares {
  /** By share, then oldest first. What could not be opened is among the records, as it is stored. */
  shares: ShareRevision[]
  receivedShares: ReceivedShareRevision[]
}

const kept = {
  id,
  revisionId: id,
  version: z.number().int().min(1),
  replaces: id.nullable(),
  withdrawn: z.boolean(),
  frameworkDigest: digest,
}
const share = z.object({
  ...kept,
  sharedAt: time,
  content: shareContentSchema,
  endedOn: z.iso.date().nullable(),
}) satisfies z.ZodType<ShareRevision>
// A file that was taken away has no words, and so no id of its own.
const received = z.object({
  ...kept,
  receivedAt: time,
  personId: id,
  file: shareFileSchema.extend({ id: z.union([z.uuid(), z.literal('')]) }),
}) satisfies z.ZodType<ReceivedShareRevision>

export const exportedShares = {
  shares: z.array(share).max(MOST).default([]),
  receivedShares: z.array(received).max(MOST).default([]),
}

/** What was handed over to whom, and what came from whom; the copies themselves are in the JSON. */
export function sharedParts(data: PersonalExport): string[] {
  const given = latestOf(data.shares ?? []).map(({ content, endedOn }) => {
    const whom = content.to === '' ? 'nobody named' : plain(content.to)
    const ended = endedOn === null ? '' : `; holds no longer since ${endedOn}`
    return `- ${content.sharedOn}, with ${whom}: ${counted(content.items.length)}${ended}`
  })
  const names = new Map((data.people ?? []).map((person) => [person.id, person.displayName]))
  const came = latestOf(data.receivedShares ?? []).map(({ personId, file }) => {
    const whom = names.get(personId) ?? file.from
    return `- ${file.sharedOn}, from ${plain(whom)}: ${counted(file.items.length)}`
  })
  return [
    ...(given.length === 0 ? [] : ['## What you shared', given.join('\n')]),
    ...(came.length === 0 ? [] : ['## What was shared with you', came.join('\n')]),
  ]
}

const counted = (items: number) => (items === 1 ? 'one item' : `${items} items`)

function latestOf<Revision extends { id: string; withdrawn: boolean }>(
  revisions: readonly Revision[],
): Revision[] {
  const latest = new Map(revisions.map((one) => [one.id, one]))
  return [...latest.values()].filter(({ withdrawn }) => !withdrawn)
}
