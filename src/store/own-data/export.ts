// Everything that is stored about a person, found by the tags of the columns rather than by a list.

import type { ExportedHeld } from '../../core/export/exported-held.ts'
import type { ExportedNote } from '../../core/export/exported-people.ts'
import type { PersonalExport } from '../../core/export/personal-export.ts'
import { EXPORT_VERSION } from '../../core/export/personal-export.ts'
import { withDisputes } from '../../core/packet/edit-packet.ts'
import { contentOf, type SaidOfRating } from '../../core/packet/packet.ts'
import { listAssessments, listNotedAssessments } from '../assessment/assessments.ts'
import { listRatingRevisions } from '../assessment/ratings.ts'
import { listRaters } from '../assessment/ratings-about.ts'
import { listCheckInRevisions } from '../check-in/check-ins.ts'
import { findReminder } from '../check-in/reminders.ts'
import { listPersonalTables } from '../column-tags.ts'
import { listConversationRevisions } from '../conversation/conversations.ts'
import { listEvidenceRevisions } from '../evidence/evidence.ts'
import { listFeedbackRevisions } from '../feedback/feedback.ts'
import { listFeedbackDraftRevisions } from '../feedback/feedback-drafts.ts'
import { listForecasts } from '../forecast/forecasts.ts'
import { findFrameworkChoice } from '../framework/framework-in-use.ts'
import { findStoredFramework } from '../framework/framework-versions.ts'
import { findLinkCorrections } from '../framework/skill-links.ts'
import { listMembers } from '../organisation/members.ts'
import { listPackets, listPacketVersions } from '../packet/packets.ts'
import { listSaidOfRatings } from '../packet/said-of-ratings.ts'
import { findPerson } from '../people.ts'
import { listHeldThings } from '../person/held-things.ts'
import { findKeptAs, listJoinings } from '../person/joinings.ts'
import { listKeptPeople } from '../person/kept-people.ts'
import { findLighterAnswers } from '../plan/lighter-answers.ts'
import { findLongView } from '../plan/long-views.ts'
import { listPlanRevisions } from '../plan/plans.ts'
import { isPlateauPutAway } from '../plan/plateaus.ts'
import { listProgressRevisions } from '../plan/progress.ts'
import { listTargetRevisions } from '../plan/targets.ts'
import { listAsked } from '../round/list-asked.ts'
import { listReceivedShareRevisions, listShareRevisions } from '../share/shares.ts'
import { sessionIn } from '../sql-session.ts'
import type { ViewerTransaction } from '../viewer-transaction.ts'
import { toldOfList } from './records-of-list.ts'

/** These have a form of their own in the export; every other personal table goes in as it is. */
const TOLD_ELSEWHERE = new Set([
  'assessment',
  'rating_revision',
  'target',
  'target_revision',
  'plan_revision',
  'progress_revision',
  'forecast',
  'forecast_outcome',
  'evidence_revision',
  'feedback_revision',
  'feedback_draft_revision',
  'conversation_revision',
  'share_revision',
  'received_share_revision',
  'check_in_revision',
  'packet',
  'packet_version',
])

/** The viewer's own export. Null for a visitor, or when there is nothing about them any more. */
export async function listEverything(tx: ViewerTransaction): Promise<PersonalExport | null> {
  const personId = tx.viewer.personId
  const person = personId === null ? null : await findPerson(tx, personId)
  if (personId === null || person === null) return null
  const targets = await listTargetRevisions(tx, personId)
  const assessments = []
  for (const assessment of await listAssessments(tx, personId))
    assessments.push({ ...assessment, revisions: await listRatingRevisions(tx, assessment.id) })
  const noted = await listNotes(tx)
  const asked = await listAsked(tx)
  const held = await listHeldBy(tx, personId)
  const inUse = (await findFrameworkChoice(tx, personId))?.digest ?? null
  const growth = {
    plans: await listPlanRevisions(tx, personId, null),
    progress: await listProgressRevisions(tx, personId),
    forecasts: await listForecasts(tx, personId, null),
  }
  const evidence = await listEvidenceRevisions(tx, personId)
  const feedback = await listFeedbackRevisions(tx, personId)
  const feedbackDrafts = await listFeedbackDraftRevisions(tx, personId)
  const conversations = await listConversationRevisions(tx, personId)
  const shares = await listShareRevisions(tx, personId)
  const receivedShares = await listReceivedShareRevisions(tx, personId)
  const checkIns = await listCheckInRevisions(tx, personId)
  const { packets: kept, unreadable: closedPackets } = await listPackets(tx, personId)
  const said = kept.length === 0 ? new Map<string, SaidOfRating>() : await listSaidOfRatings(tx)
  const packets = kept.map((packet) => ({ ...packet, ...withDisputes(contentOf(packet), said) }))
  const packetVersions = await listPacketVersions(tx, personId, null)
  const digests = new Set(
    [
      ...targets,
      ...assessments,
      ...noted,
      ...asked,
      ...Object.values(growth).flat(),
      ...evidence.revisions,
      ...feedback.revisions,
      ...feedbackDrafts.revisions,
      ...conversations.revisions,
      ...shares.revisions,
      ...receivedShares.revisions,
      ...packets,
      ...packetVersions.versions,
      ...held.flatMap(({ ratings }) => ratings),
    ].map((one) => one.frameworkDigest),
  )
  if (inUse !== null) digests.add(inUse)
  const longView = await findLongView(tx, personId)
  if (longView !== null) digests.add(longView.frameworkDigest)
  const frameworks = []
  for (const digest of [...digests].sort()) {
    const framework = await findStoredFramework(tx, digest)
    if (framework !== null) frameworks.push({ digest, framework })
  }
  tx.changes.push({ action: 'export', noun: 'person', objectId: personId, revisionId: null })
  return {
    schema: 'skillmap-personal-export',
    schemaVersion: EXPORT_VERSION,
    exportedAt: tx.now,
    person,
    frameworkInUse: frameworks.some((one) => one.digest === inUse) ? inUse : null,
    frameworks,
    targets,
    assessments,
    people: await listKeptPeople(tx),
    noted,
    asked,
    ...(held.length === 0 ? {} : { held }),
    ...growth,
    evidence: evidence.revisions,
    feedback: feedback.revisions,
    feedbackDrafts: feedbackDrafts.revisions,
    conversations: conversations.revisions,
    shares: shares.revisions,
    receivedShares: receivedShares.revisions,
    checkIns: checkIns.revisions,
    lighterAnswers: await findLighterAnswers(tx),
    reminders: (await findReminder(tx))?.choices ?? null,
    packets,
    packetVersions: packetVersions.versions,
    longView,
    linkCorrections: (await findLinkCorrections(tx))?.corrections ?? [],
    plateauPutAway: await isPlateauPutAway(tx, personId),
    records: await listRecords(tx, personId, {
      evidence_revision: evidence.unreadable,
      feedback_revision: feedback.unreadable,
      feedback_draft_revision: feedbackDrafts.unreadable,
      conversation_revision: conversations.unreadable,
      share_revision: shares.unreadable,
      received_share_revision: receivedShares.unreadable,
      check_in_revision: checkIns.unreadable,
      packet: closedPackets,
      packet_version: packetVersions.unreadable,
    }),
  }
}

/** What the viewer wrote down of others, oldest first. */
async function listNotes(tx: ViewerTransaction): Promise<ExportedNote[]> {
  const assessments = await listNotedAssessments(tx)
  const raters = await listRaters(
    tx,
    assessments.map((one) => one.id),
  )
  const notes = []
  for (const assessment of assessments) {
    const raterId = raters.get(assessment.id)?.id ?? null
    notes.push({ ...assessment, raterId, revisions: await listRatingRevisions(tx, assessment.id) })
  }
  return notes
}

/** What others held about the viewer before they were a member. */
async function listHeldBy(tx: ViewerTransaction, personId: string): Promise<ExportedHeld[]> {
  const held = []
  for (const joining of await listJoinings(tx, { memberId: personId })) {
    const [keeper] = await listMembers(tx, { ids: [joining.keeperId] })
    held.push({
      keeperName: keeper?.displayName ?? '',
      keptAs: await findKeptAs(tx, joining),
      linkedAt: joining.linkedAt,
      ...(await listHeldThings(tx, joining)),
    })
  }
  return held
}

/** `closed`: rows whose words cannot be opened go in as they are stored, so that nothing is left behind. */
async function listRecords(
  tx: ViewerTransaction,
  personId: string,
  closed: Record<string, { revisionId: string }[]>,
): Promise<PersonalExport['records']> {
  const session = sessionIn(tx)
  const records: PersonalExport['records'] = {}
  for (const { table, personColumns, columns } of await listPersonalTables(session)) {
    const unreadable = closed[table]?.map(({ revisionId }) => revisionId) ?? []
    if (TOLD_ELSEWHERE.has(table) && unreadable.length === 0) continue
    const mine = personColumns.map((column) => `"${column}" = $2`).join(' OR ')
    const list = columns.map((column) => `"${column}"`).join(', ')
    const { rows } = await session.query(`SELECT ${list} FROM "${table}" WHERE org_id = $1 AND (${mine})`, [
      tx.viewer.orgId,
      personId,
    ])
    records[table] = TOLD_ELSEWHERE.has(table)
      ? rows.filter((row) => unreadable.includes(String(row.revision_id ?? row.id)))
      : rows
  }
  const { management = [], member_change: changes = [] } = records
  if (management.length + changes.length === 0) return records
  const told = await toldOfList(tx, personId, { management, changes })
  return { ...records, management: told.management, member_change: told.changes }
}
