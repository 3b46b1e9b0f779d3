// What closed confidential rounds left about the viewer, and how strict they rate themselves.
import { z } from '@hono/zod-openapi'
import { HALF_WIDTH_80 } from '../../core/measurement/normal.ts'
import { succeed } from '../../core/result.ts'
import { leniencyAfter } from '../../core/sealing/strictness.ts'
import { whyNothingShown } from '../../core/sealing/why-nothing-shown.ts'
import { findOwnStrictness, type OwnStrictness } from '../../store/round/strictness.ts'
import { listSealedContributions } from '../../store/sealing/sealed-contributions.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import type { Routes } from '../define-route.ts'
import { day, digest, uuid } from '../wire.ts'

const sealedRoundsSchema = z
  .strictObject({
    rounds: z.array(
      z.strictObject({
        roundId: uuid,
        frameworkDigest: digest,
        purpose: z.enum(['development', 'evaluation']),
        closedOn: day,
        skills: z.array(z.string()).openapi({ description: 'About which an estimate counts.' }),
        why: z.string().nullable().openapi({ description: 'Why nothing is shown; null where something is.' }),
      }),
    ),
    strictness: z
      .strictObject({ levels: z.number(), plusMinus: z.number(), closedOn: day })
      .nullable()
      .openapi({
        description:
          'How lenient the viewer rates beside others who rated the same people, in levels; below 0 is strict. `plusMinus` is half of a range that is right four times out of five. Told to nobody else, and only where they rated at least three people in one round, whom at least two others rated too.',
      }),
  })
  .openapi('SealedRounds')

export function addSealedRoundRoutes(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/sealed-rounds',
      tag: 'Rounds',
      summary: 'What closed confidential rounds left about you',
      description:
        'In which skills an estimate counts, or why nothing is shown. Who answered, and how many did, is nowhere any more.',
      access: { noun: 'sealedContribution', action: 'look' },
      answers: { 200: { description: 'Oldest first.', schema: sealedRoundsSchema } },
      refusals: ['no-session'],
    },
    async ({ services, signedIn }) =>
      succeed({ status: 200, body: await services.store.withViewer(signedIn.viewer, describe) }),
  )
}

async function describe(tx: ViewerTransaction) {
  const { personId } = tx.viewer
  const rounds = personId === null ? [] : await listSealedContributions(tx, personId)
  const own = await findOwnStrictness(tx)
  return {
    rounds: rounds.map(({ contribution, ...round }) => ({
      ...round,
      skills: contribution?.values.map(({ skill }) => skill).sort() ?? [],
      why: contribution === null ? whyNothingShown({ kind: 'too-few-raters' }) : null,
    })),
    strictness: own === null ? null : sayStrictness(own),
  }
}

/** To a tenth: what it rests on is no finer. */
function sayStrictness({ evidence, top, closedOn }: OwnStrictness) {
  const { mean, variance } = leniencyAfter(top, evidence)
  const toTenth = (value: number) => Math.round(value * 10) / 10
  return { levels: toTenth(mean), plusMinus: toTenth(HALF_WIDTH_80 * Math.sqrt(variance)), closedOn }
}
