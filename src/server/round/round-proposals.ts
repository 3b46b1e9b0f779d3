// Who would be asked in a round, before it is started: how many colleagues, and how likely it is that anything is shown.
import { z } from '@hono/zod-openapi'
import { managedOn } from '../../core/access/rule.ts'
import { fail, succeed } from '../../core/result.ts'
import { chanceShown } from '../../core/round/likely-shown.ts'
import { type Chart, type ProposedRater, proposeRaters } from '../../core/round/propose-raters.ts'
import { seesAny } from '../../core/round/skills-to-ask.ts'
import { isConfidentialRater } from '../../core/round/start-round.ts'
import { listManagement } from '../../store/organisation/management.ts'
import { listMembers } from '../../store/organisation/members.ts'
import { listTeamMemberships } from '../../store/organisation/teams.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { refuseField } from '../errors.ts'
import { frameworkInUse } from '../framework/framework-in-use.ts'
import { uuid } from '../wire.ts'
import { raterKind, roundProposalSchema, skillList } from './round-wire.ts'

/** More than this are not looked through before a round; the server says the rest when it has started. */
const MOST_PEOPLE = 50

/** Everybody who still works there, and who works with whom on a day. */
export async function loadChart(
  tx: ViewerTransaction,
  today: string,
): Promise<Chart & { present: string[] }> {
  return {
    present: (await listMembers(tx, { left: false })).map(({ id }) => id),
    management: await listManagement(tx),
    memberships: await listTeamMemberships(tx, { on: today }),
  }
}

/** Ids and kinds have no commas. */
const commaList = z
  .string()
  .max(MOST_PEOPLE * 40)
  .transform((text) => (text === '' ? [] : text.split(',')))

export function addRoundProposalRoutes(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/round-proposals',
      tag: 'Rating each other',
      summary: 'Who would be asked in a round',
      description:
        'For each person, how many colleagues would be asked of those whom the organisation chart proposes, and how likely it is that anything would be shown if they answered in confidence. Whoever can see none of the skills in their work is not asked; while no skill is chosen all of them count. `people`, `kinds` and `skills` are lists with commas. Nothing is started.',
      access: { noun: 'round', action: 'start' },
      query: z.strictObject({
        people: commaList.pipe(z.array(uuid).max(MOST_PEOPLE)),
        kinds: commaList.pipe(z.array(raterKind).max(5)),
        skills: commaList.pipe(skillList),
      }),
      answers: { 200: { description: 'In the order asked for.', schema: z.array(roundProposalSchema) } },
      refusals: ['no-session', 'invalid'],
    },
    async ({ query, services, signedIn }) =>
      services.store.withViewer(signedIn.viewer, async (tx): Promise<Outcome> => {
        const today = tx.now.slice(0, 10)
        const mine = managedOn(signedIn.viewer, today)
        if (!signedIn.viewer.adminOf.includes('rounds') && query.people.some((id) => !mine.includes(id)))
          return fail(refuseField('people', 'A manager starts rounds about whoever reports to them today.'))
        const { present, ...chart } = await loadChart(tx, today)
        const { framework } = await frameworkInUse(tx, services, signedIn.personId)
        const isAsked = ({ kind }: ProposedRater) =>
          isConfidentialRater({ kind }) &&
          (query.skills.length === 0 || seesAny(kind, query.skills, framework))
        const body = query.people.map((person) => {
          const proposed = proposeRaters(chart, person, query.kinds, present, today)
          const invited = proposed.filter(isAsked).length
          return { person, invited, chanceShown: chanceShown(invited) }
        })
        return succeed({ status: 200, body })
      }),
  )
}
