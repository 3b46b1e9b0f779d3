// The shapes of captures on the wire.
import { z } from '@hono/zod-openapi'
import type { CaptureReading, LeftOut } from '../../core/capture/capture-reading.ts'
import type { TraceOfWork } from '../../core/capture/trace.ts'
import { day, plainText } from '../wire.ts'

const line = z.number().int().nullable().openapi({ description: 'Where it stands in the file.' })

const traceSchema = z.strictObject({
  kind: z.enum(['commit', 'meeting', 'change', 'ticket']),
  origin: z.string().openapi({ description: 'Names it for good in the tool that it comes from.' }),
  day,
  at: z.number().openapi({ description: 'Milliseconds since 1970.' }),
  text: z.string(),
  who: z.array(z.string()).openapi({ description: 'How the person who did it is named there.' }),
  files: z.array(z.string()),
  labels: z.array(z.string()),
  branch: z.string().nullable(),
  branchTitle: z.string().nullable(),
  people: z.array(z.string()).openapi({ description: 'Others who had a part in it.' }),
  link: z.string().nullable(),
  minutes: z.number().nullable(),
}) satisfies z.ZodType<TraceOfWork>

const leftOutSchema = z.strictObject({
  what: z.string(),
  why: z.string(),
  line,
}) satisfies z.ZodType<LeftOut>

export const captureReadingSchema = z
  .strictObject({
    source: z
      .string()
      .nullable()
      .openapi({ description: 'What the file was taken for; null if for nothing.' }),
    traces: z.array(traceSchema),
    people: z
      .array(z.strictObject({ name: z.string(), count: z.number().int() }))
      .openapi({ description: 'Who did what is in it, the most first.' }),
    leftOut: z.array(leftOutSchema),
    problem: z.strictObject({ message: z.string(), mend: z.string(), line }).nullable(),
  })
  .openapi('CaptureReading') satisfies z.ZodType<CaptureReading>

export const captureQuery = z.strictObject({
  name: plainText(300).default('file').openapi({ description: 'The file’s name, for showing.' }),
  since: day.openapi({ description: 'The first day that is looked at.' }),
  until: day.openapi({ description: 'The last one; today at the latest.' }),
  me: plainText(500)
    .default('')
    .openapi({ description: 'Your names and addresses in a calendar, parted by commas.' }),
})
