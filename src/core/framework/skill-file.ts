// The shape of the front matter of skills/<skill-id>.md and of its translations.
import * as z from 'zod'
import { id, level, sentences, words } from './file-words.ts'

const often = z.int().min(0).max(3)
const weeks = z.number().min(0).max(2000)

export const skillFrontMatter = z
  .strictObject({
    name: words,
    kind: z.enum(['hard', 'soft']).exactOptional(),
    group: id,
    prerequisites: z.array(id).exactOptional(),
    weeks: z
      .array(z.strictObject({ up_to: level.min(1), low: weeks, high: weeks }))
      .exactOptional()
      .meta({ description: 'Weeks of practice per level, for steps up to and including that level.' }),
    observability: z
      .strictObject({ peers: often, manager: often, reports: often })
      .exactOptional()
      .meta({ description: 'How often others can witness it: 0 never, 1 sometimes, 2 often, 3 daily.' }),
    access: z.enum(['open', 'partial', 'gated']).exactOptional(),
    private: z
      .boolean()
      .exactOptional()
      .meta({ description: 'Owner only, and left out of every number that others see.' }),
    'first-when-below': level
      .exactOptional()
      .meta({ description: "Comes first when rated this far below the current role's expectation." }),
    safeguard: sentences.exactOptional(),
  })
  .meta({ title: 'Front matter of skills/<skill-id>.md' })

/** Only what has words: everything else is said once, in the original. */
export const translationFrontMatter = z
  .strictObject({ name: words, safeguard: sentences.exactOptional() })
  .meta({ title: 'Front matter of skills/<skill-id>.<language>.md' })

export type SkillFrontMatter = z.infer<typeof skillFrontMatter>
