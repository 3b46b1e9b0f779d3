// The shape of moves.yaml.
import * as z from 'zod'
import { id, kindWords, sentences } from './file-words.ts'

const moveKind = z.enum(['up', 'cross', 'swing', 'side', 'out', 'back'])
const years = z.number().min(0).max(100)

const move = z.strictObject({
  from: id,
  to: id,
  kind: moveKind,
  changes: sentences.exactOptional(),
  hard: sentences.exactOptional(),
  back: z
    .strictObject({
      ease: z.enum(['easy', 'medium', 'hard']),
      note: sentences.exactOptional(),
      easy_until_years: years.exactOptional(),
      hard_after_years: years.exactOptional(),
    })
    .exactOptional()
    .meta({ description: 'How easily the move is undone.' }),
  trial: sentences.exactOptional().meta({ description: 'A small thing that can be tried before deciding.' }),
})

export const movesFile = z
  .strictObject({
    kinds: z
      .strictObject({
        up: kindWords.exactOptional(),
        cross: kindWords.exactOptional(),
        swing: kindWords.exactOptional(),
        side: kindWords.exactOptional(),
        out: kindWords.exactOptional(),
        back: kindWords.exactOptional(),
      })
      .exactOptional(),
    stay: z
      .strictObject({ changes: sentences, hard: sentences, trial: sentences.exactOptional() })
      .exactOptional(),
    moves: z.array(move).max(5000),
  })
  .meta({ title: 'moves.yaml', description: 'The moves between roles, and staying.' })

export type MovesFile = z.infer<typeof movesFile>
