// What of somebody's own things a viewer reads: loaded by the same functions whoever looks, each under its own rule.
import type { z } from '@hono/zod-openapi'
import type { Handover } from '../../core/handover/handover.ts'
import { holdsOn } from '../../core/organisation/member.ts'
import type { Opening } from '../../core/round/opening.ts'
import { listAgreedGrowth } from '../../store/opportunity/agreed-growth.ts'
import { listWorkParts } from '../../store/opportunity/work-parts.ts'
import { listManagement } from '../../store/organisation/management.ts'
import { findMember } from '../../store/organisation/members.ts'
import { listAgreements } from '../../store/round/agreements.ts'
import { listGivenRead } from '../../store/round/given.ts'
import { listOpenings } from '../../store/round/openings.ts'
import { listHandovers } from '../../store/share/handovers.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import type { Services } from '../app-env.ts'
import { namePeople } from '../name-people.ts'
import { describeMembers, type MemberAnswer } from '../organisation/members.ts'
import { describeAgreements } from '../round/agreements.ts'
import { describeAssessments } from '../round/given.ts'
import type { agreementSchema, givenSchema } from '../round/round-wire.ts'

export interface OwnProfile {
  line: MemberAnswer & { managerName: string | null }
  handovers: Handover[]
  given: z.infer<typeof givenSchema>[]
  openings: Opening[]
  agreements: z.infer<typeof agreementSchema>[]
  growth: Awaited<ReturnType<typeof listAgreedGrowth>>
  work: Awaited<ReturnType<typeof listWorkParts>>
}

/** Of this person, as far as the viewer of this transaction may read it; null where they may not know that there is one. */
export async function readOwnProfile(
  tx: ViewerTransaction,
  services: Services,
  personId: string,
): Promise<OwnProfile | null> {
  const member = await findMember(tx, personId)
  const [line] = member === null ? [] : await describeMembers(tx, [member])
  if (line === undefined) return null
  const today = tx.now.slice(0, 10)
  const manages = (await listManagement(tx, { personIds: [personId] })).findLast((one) => holdsOn(one, today))
  const nameOf = await namePeople(tx, [manages?.managerId ?? null])
  const agreements = (await listAgreements(tx)).filter(({ subjectId }) => subjectId === personId)
  return {
    line: { ...line, managerName: manages === undefined ? null : nameOf(manages.managerId).name },
    handovers: await listHandovers(tx, { ownerIds: [personId] }),
    given: await describeAssessments(tx, await listGivenRead(tx, personId)),
    openings: (await listOpenings(tx)).filter(({ subjectId }) => subjectId === personId),
    agreements: await describeAgreements(tx, services, agreements),
    growth: await listAgreedGrowth(tx, [personId]),
    work: await listWorkParts(tx, [personId]),
  }
}
