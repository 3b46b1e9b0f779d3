// One's own things as somebody else of the organisation reads them: loaded as that person, and of that only what is one's own.
import { z } from '@hono/zod-openapi'
import { type AccessFacts, evaluateRule } from '../../core/access/rule.ts'
import {
  ADMIN_SCOPES,
  type AdminScope,
  ordinaryViewer,
  type Viewer,
  visitor,
} from '../../core/access/viewer.ts'
import { fail, succeed } from '../../core/result.ts'
import { SEEN_ITEMS, type SeenItem, seenItem } from '../../core/who-sees/seen-items.ts'
import { findViewer } from '../../store/find-viewer.ts'
import { findMember } from '../../store/organisation/members.ts'
import type { Services, SignedIn } from '../app-env.ts'
import type { Outcome, Routes } from '../define-route.ts'
import { refuse } from '../errors.ts'
import { agreedSchema, partSchema } from '../opportunity/opportunity-wire.ts'
import { memberSchema } from '../organisation/members.ts'
import { agreementSchema, givenSchema } from '../round/round-wire.ts'
import { handoverSchema } from '../share/handover-wire.ts'
import { moment, uuid } from '../wire.ts'
import { type OwnProfile, readOwnProfile } from './own-profile.ts'

const item = z.enum(SEEN_ITEMS as [SeenItem, ...SeenItem[]])
const asSeenBySchema = z
  .strictObject({
    name: z.string().nullable().openapi({ description: 'Of whoever looks; null for nobody in particular.' }),
    line: memberSchema.extend({ managerName: z.string().nullable() }),
    handovers: z.array(handoverSchema),
    given: z.array(givenSchema),
    openings: z.array(z.strictObject({ id: uuid, openedAt: moment })),
    agreements: z.array(agreementSchema),
    growth: z.array(agreedSchema),
    work: z.array(partSchema),
    also: z.array(item).openapi({ description: 'Kinds of things that they read besides.' }),
    unseen: z.array(item).openapi({
      description: 'Kinds of things that they do not read, or not all of. Whether there are any is not said.',
    }),
  })
  .openapi('AsSeenBy')

const NO_SUCH = refuse('not-found', 'Nobody of this organisation is here.')
const IS_ME = refuse('not-found', 'Choose somebody else: what you read yourself stands on your own pages.')

export function addAsSeenByRoutes(routes: Routes): void {
  routes.add(
    {
      method: 'get',
      path: '/api/as-seen-by/{who}',
      tag: 'Your data',
      summary: 'Your own things, as somebody else reads them',
      description:
        'A person’s id, `anybody` for somebody of the organisation who has nothing to do with you, or a grant of administration. Decided as that viewer, and of what they read only what you read yourself: never what they know about others, nor what they wrote of you for themselves. Whether a person has a grant is not told: the grant is asked by itself.',
      access: { noun: 'asSeenBy', action: 'see' },
      params: z.strictObject({ who: z.union([z.enum(['anybody', ...ADMIN_SCOPES]), uuid]) }),
      answers: { 200: { description: 'What they read.', schema: asSeenBySchema } },
      refusals: ['no-session', 'not-found', 'invalid'],
    },
    async ({ params, services, signedIn }): Promise<Outcome> => {
      if (params.who === signedIn.personId) return fail(IS_ME)
      const other = await findLooker(services, signedIn, params.who)
      if (other === null) return fail(NO_SUCH)
      const { personId, viewer } = signedIn
      const { store } = services
      const mine = await store.withViewer(viewer, (tx) => readOwnProfile(tx, services, personId))
      const theirs = await store.withViewer(other.viewer, (tx) => readOwnProfile(tx, services, personId))
      if (mine === null || theirs === null) return fail(NO_SUCH)
      const today = services.now().toISOString().slice(0, 10)
      return succeed({ status: 200, body: describe({ mine, theirs, other, personId, today }) })
    },
  )
}

interface Other {
  viewer: Viewer
  name: string | null
}

/** Whoever looks, with the people whom they manage but without grants; null where nobody of this id is there today. */
async function findLooker(services: Services, { viewer }: SignedIn, who: string): Promise<Other | null> {
  const { orgId } = viewer
  const stranger = ordinaryViewer(orgId, services.newId())
  if (who === 'anybody') return { viewer: stranger, name: null }
  if ((ADMIN_SCOPES as readonly string[]).includes(who))
    return { viewer: { ...stranger, adminOf: [who as AdminScope] }, name: null }
  // Asked without rules, as the beginning of every request of theirs asks it.
  const found = await services.store.withViewer(visitor(orgId), (tx) => findViewer(tx, who))
  if (found === null) return null
  const member = await services.store.withViewer(viewer, (tx) => findMember(tx, who))
  return member === null ? null : { viewer: { ...found, adminOf: [] }, name: member.displayName }
}

/** Lists of a profile, and the kind of thing that is in each. */
const LISTS = {
  handovers: 'handover',
  given: 'given',
  openings: 'opening',
  agreements: 'agreement',
  growth: 'agreedGrowth',
  work: 'workPart',
} as const satisfies Partial<Record<keyof OwnProfile, SeenItem>>

/** What is no part of what somebody is to others. */
const NO_PART_OF_A_PROFILE: readonly SeenItem[] = ['directoryToken']

function describe(needs: {
  mine: OwnProfile
  theirs: OwnProfile
  other: Other
  personId: string
  today: string
}) {
  const { mine, theirs, other, personId, today } = needs
  const shown = onlyMine(mine, theirs)
  const { orgId } = other.viewer
  const facts: AccessFacts = { orgId, ownerId: personId, subjectId: personId, releasedAt: null }
  const listed = new Set<SeenItem>(Object.values(LISTS))
  const rest = SEEN_ITEMS.filter(
    (one) => !listed.has(one) && one !== 'heldRole' && !NO_PART_OF_A_PROFILE.includes(one),
  )
  const isRead = (one: SeenItem) => evaluateRule(seenItem(one).see(today), other.viewer, facts)
  const partly = (Object.keys(LISTS) as (keyof typeof LISTS)[]).filter(
    (list) => shown[list].length === 0 || shown[list].length < mine[list].length,
  )
  return {
    name: other.name,
    ...shown,
    openings: shown.openings.map(({ id, openedAt }) => ({ id, openedAt })),
    also: rest.filter(isRead),
    unseen: [
      ...(isRead('heldRole') ? [] : (['heldRole'] as const)),
      ...partly.map((list) => LISTS[list]),
      ...rest.filter((one) => !isRead(one)),
    ],
  }
}

/** Of what the other reads, what the person reads themselves: whatever the other keeps of them is not in it. */
function onlyMine(mine: OwnProfile, theirs: OwnProfile): OwnProfile {
  const common = <One>(list: readonly One[], own: readonly One[], idOf: (one: One) => string): One[] => {
    const ids = new Set(own.map(idOf))
    return list.filter((one) => ids.has(idOf(one)))
  }
  const byId = ({ id }: { id: string }) => id
  return {
    line: theirs.line,
    handovers: common(theirs.handovers, mine.handovers, byId),
    given: common(theirs.given, mine.given, ({ assessment }) => assessment.id),
    openings: common(theirs.openings, mine.openings, byId),
    agreements: common(theirs.agreements, mine.agreements, byId),
    growth: common(theirs.growth, mine.growth, byId),
    work: common(theirs.work, mine.work, byId),
  }
}
