// The shape of roles.yaml.
import * as z from 'zod'
import { id, sentences, words } from './file-words.ts'

const years = z.number().min(0).max(100)

const role = z.strictObject({
  id,
  name: words,
  code: z.string().trim().min(1).max(8).exactOptional(),
  path: id,
  band: z.number().min(-1000).max(1000).exactOptional(),
  purpose: sentences.exactOptional(),
  scope: words.exactOptional(),
  usual_stay: z.strictObject({ text: words, years: z.tuple([years, years]).exactOptional() }).exactOptional(),
  week: z
    .record(id, z.number().min(0).max(100))
    .exactOptional()
    .meta({ description: 'Percent of a typical week by part; sums to 100.' }),
  tags: z.array(id).exactOptional(),
  must_haves: z
    .array(id)
    .exactOptional()
    .meta({ description: 'At most five skills that decide success in the role.' }),
  preset: z.boolean().exactOptional().meta({ description: 'The role that the first screen starts with.' }),
})

export const rolesFile = z
  .strictObject({ roles: z.array(role).min(1).max(500) })
  .meta({ title: 'roles.yaml', description: 'The roles of a framework.' })

export type RolesFile = z.infer<typeof rolesFile>
export type RawRole = RolesFile['roles'][number]
