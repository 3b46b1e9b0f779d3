// What ratings of several people say together: who can be compared with whom, and how the viewer rates.
import { z } from '@hono/zod-openapi'
import { networksOf } from '../../core/measurement/networks.ts'
import type { PeopleComparison } from '../../core/measurement/people-comparison.ts'
import { ratingHabit } from '../../core/measurement/rating-habit.ts'
import { fail, succeed } from '../../core/result.ts'
import { listMembers } from '../../store/organisation/members.ts'
import { listKeptPeople } from '../../store/person/kept-people.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import type { CurrentFramework, Services, SignedIn } from '../app-env.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { frameworkAsked } from '../plan/growth-basis.ts'
import { NO_VERSION, WHICH_FRAMEWORK } from '../plan/plan.ts'
import { uuid } from '../wire.ts'

const comparisonSchema = z
  .strictObject({
    networks: z.array(z.array(z.strictObject({ id: uuid, name: z.string().nullable() }))).openapi({
      description:
        'People whom shared raters join, the largest group first; without a name is you. Empty while ratings are about one person.',
    }),
    habit: z
      .strictObject({
        ratings: z.number(),
        people: z.number(),
        sharedPeople: z.number(),
        otherRaters: z.number(),
        difference: z.strictObject({ levels: z.number(), low: z.number(), high: z.number() }).nullable(),
        odd: z.boolean().nullable(),
      })
      .nullable()
      .openapi({
        description:
          'How your ratings of others lie beside those of others about the same people: in levels, with a range that is right four times out of five. Told about nobody else. Null until you have rated two people.',
      }),
  })
  .openapi('PeopleComparison') satisfies z.ZodType<PeopleComparison>

export function addPeopleComparisonRoute(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/people-comparison',
      tag: 'People',
      summary: 'Who can be compared with whom, and how you rate',
      description:
        'From all ratings that you keep. Levels of people whom no chain of shared raters joins must not be held beside each other.',
      access: { noun: 'rating', action: 'see' },
      query: WHICH_FRAMEWORK,
      answers: { 200: { description: 'Both.', schema: comparisonSchema } },
      refusals: ['no-session', 'invalid'],
    },
    async ({ query, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const current = await frameworkAsked(tx, services, signedIn.personId, query.framework)
        if (current === null) return fail(NO_VERSION)
        return succeed({ status: 200, body: await loadPeopleComparison(tx, services, signedIn, current) })
      }),
  )
}

async function loadPeopleComparison(
  tx: ViewerTransaction,
  services: Pick<Services, 'together'>,
  { personId }: SignedIn,
  current: CurrentFramework,
): Promise<PeopleComparison> {
  const together = await services.together.find(tx, current)
  if (together === null) return { networks: [], habit: null }
  const networks = networksOf(together)
  // Colleagues about whom one gave ratings are in it as well; without a name is the reader alone.
  const others = networks.flat().filter((id) => id !== personId)
  const people = [...(await listMembers(tx, { ids: others })), ...(await listKeptPeople(tx))]
  const names = new Map(people.map(({ id, displayName }) => [id, displayName]))
  return {
    networks: networks.map((ids) => ids.map((id) => ({ id, name: names.get(id) ?? null })).toSorted(byName)),
    habit: ratingHabit(together, personId),
  }
}

/** The reader, who has no name here, comes last. */
function byName(a: { name: string | null }, b: { name: string | null }): number {
  if (a.name === null || b.name === null) return Number(a.name === null) - Number(b.name === null)
  return a.name.localeCompare(b.name, 'en')
}
