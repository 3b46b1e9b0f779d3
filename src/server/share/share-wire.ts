// The shapes of share files on the wire.
import { z } from '@hono/zod-openapi'
import type { ReceivedShare, Share } from '../../core/share/share.ts'
import { shareContentSchema, sharedItemSchema, shareFileSchema } from '../../core/share/share-schema.ts'
import { day, digest, fromCore, moment, uuid } from '../wire.ts'

export const shareContent = fromCore(shareContentSchema).openapi('ShareContent', {
  description: 'A dated copy of chosen items: levels, evidence, words of others, growth areas.',
})

/** What can be chosen may be more than one file may hold. */
export const everything = fromCore(shareContentSchema)
  .extend({ items: z.array(sharedItemSchema) })
  .openapi('Shareable', { description: 'Everything that can be chosen, as it would look in a file.' })

export const shareRecord = z
  .strictObject({
    id: uuid,
    revisionId: uuid,
    version: z.number().int().min(1),
    frameworkDigest: digest,
    sharedAt: moment,
    content: shareContent,
    endedOn: day.nullable().openapi({ description: 'The day on which you noted that it holds no longer.' }),
  })
  .openapi('Share') satisfies z.ZodType<Share>

export const receivedShare = z
  .strictObject({
    id: uuid,
    revisionId: uuid,
    version: z.number().int().min(1),
    frameworkDigest: digest,
    receivedAt: moment,
    personId: uuid,
    file: fromCore(shareFileSchema).openapi('ShareFile'),
  })
  .openapi('ReceivedShare') satisfies z.ZodType<ReceivedShare>
