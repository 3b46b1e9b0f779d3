// What a conversation's page is made from: records since the last talk, levels, and questions to ask back.

import type { FeedbackDraft } from '../../core/composing/feedback-draft.ts'
import { asksBack } from '../../core/conversation/ask-back.ts'
import type { ConversationBrief } from '../../core/conversation/brief.ts'
import { linesAboutMe, linesAboutThem } from '../../core/conversation/collect-lines.ts'
import type { Conversation } from '../../core/conversation/conversation.ts'
import { standingAgainst } from '../../core/conversation/standing.ts'
import type { Framework } from '../../core/framework/framework.ts'
import { openRecords } from '../../core/packet/open-records.ts'
import { levelsForPlanning } from '../../core/planning/levels-for-planning.ts'
import { listRatingsAbout } from '../../store/assessment/ratings-about.ts'
import { listFeedbackDrafts } from '../../store/feedback/feedback-drafts.ts'
import { findKeptPerson } from '../../store/person/kept-people.ts'
import { listReceivedShares, listShares } from '../../store/share/shares.ts'
import type { ViewerTransaction } from '../../store/viewer-transaction.ts'
import type { CurrentFramework, Services } from '../app-env.ts'
import { frameworkInUse } from '../framework/framework-in-use.ts'
import { isOpenInBoth, loadPacketRecords, openEvidenceAbout } from '../packet/packet-records.ts'
import { loadGrowthBasis } from '../plan/growth-basis.ts'

/** In terms of the framework in use, whichever version the conversation was written on. */
export async function loadConversationBrief(
  tx: ViewerTransaction,
  services: Services,
  personId: string,
  conversation: Conversation,
): Promise<ConversationBrief> {
  const current = await frameworkInUse(tx, services, personId)
  return conversation.about === 'me'
    ? briefAboutMe(tx, services, current, { personId, conversation })
    : briefAboutThem(tx, services, current, { personId, conversation })
}

interface Asked {
  personId: string
  conversation: Conversation
}

async function briefAboutMe(
  tx: ViewerTransaction,
  services: Services,
  current: CurrentFramework,
  { personId, conversation }: Asked,
): Promise<ConversationBrief> {
  const { framework } = current
  const basis = await loadGrowthBasis(tx, services, personId, current)
  const records = await loadPacketRecords(tx, services, basis)
  const { evidence, heard } = openRecords(framework, records)
  const { shares } = await listShares(tx, personId)
  const span = { since: conversation.since, until: conversation.heldOn }
  const held = basis.target?.role ?? basis.role
  const role = conversation.towards ?? held ?? ''
  return {
    lines: linesAboutMe(framework, { evidence, heard, progress: basis.entries, shares }, span),
    standing: standingAgainst(framework, records.levels, basis.estimates, { role, held }),
    asks: asksBack(framework, heard, span),
  }
}

async function briefAboutThem(
  tx: ViewerTransaction,
  services: Services,
  current: CurrentFramework,
  { personId, conversation }: Asked,
): Promise<ConversationBrief> {
  const { framework, digest } = current
  const person = conversation.personId === null ? null : await findKeptPerson(tx, conversation.personId)
  if (person === null) return { lines: [], standing: null, asks: [] }
  const ratings = await listRatingsAbout(tx, person.id, digest)
  const { estimates, measured } = levelsForPlanning({
    framework,
    role: person.role ?? '',
    ratings,
    now: tx.now,
    population: await services.together.populationFor(tx, current, person.id),
  })
  const records = {
    evidence: await openEvidenceAbout(tx, services, { framework, personId: person.id }),
    ratings,
    drafts: await openDraftsFor(tx, services, { framework, personId: person.id }),
    received: (await listReceivedShares(tx, personId, person.id)).received,
    shares: (await listShares(tx, personId)).shares,
  }
  const role = conversation.towards ?? person.role ?? ''
  const levels = [...measured.levels.values()]
  return {
    lines: linesAboutThem(framework, records, { since: conversation.since, until: conversation.heldOn }),
    standing: standingAgainst(framework, levels, estimates, { role, held: person.role }),
    asks: [],
  }
}

/** Feedback that one is writing for them, without what is about a private skill of either version. */
async function openDraftsFor(
  tx: ViewerTransaction,
  services: Services,
  { framework, personId }: { framework: Framework; personId: string },
): Promise<FeedbackDraft[]> {
  const open: FeedbackDraft[] = []
  for (const draft of (await listFeedbackDrafts(tx, tx.viewer.personId ?? '')).drafts) {
    if (draft.personId !== personId) continue
    const own = await services.frameworks.findIn(tx, draft.frameworkDigest)
    if (draft.skill === null || (own !== null && isOpenInBoth(own, framework, draft.skill))) open.push(draft)
  }
  return open
}
