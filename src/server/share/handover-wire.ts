// The shapes of handovers on the wire.
import { z } from '@hono/zod-openapi'
import type { Handover } from '../../core/handover/handover.ts'
import { digest, moment, uuid } from '../wire.ts'
import { shareContent } from './share-wire.ts'

const destinations = z
  .array(z.strictObject({ id: z.string(), name: z.string() }))
  .openapi({ description: 'Roles the person would like to come to, where they chose to say so.' })

export const handoverSchema = z
  .strictObject({
    id: uuid,
    ownerId: uuid,
    recipientId: uuid,
    frameworkDigest: digest,
    content: shareContent.extend({ destinations }),
    handedOverAt: moment,
    withdrawnAt: moment.nullable(),
  })
  .openapi('Handover') satisfies z.ZodType<Handover>
