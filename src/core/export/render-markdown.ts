// A personal export as a page that people can read, keep and print.

import type { Framework } from '../framework/framework.ts'
import type { ExportedAsked } from './exported-asked.ts'
import type { ExportedAssessment, ExportedRevision } from './exported-assessment.ts'
import { conversationParts } from './exported-conversations.ts'
import { feedbackDraftParts } from './exported-feedback-drafts.ts'
import { heldParts } from './exported-held.ts'
import type { ExportedNote } from './exported-people.ts'
import { sharedParts } from './exported-shares.ts'
import { day, plain } from './markdown-text.ts'
import type { PersonalExport } from './personal-export.ts'
import { checkInParts } from './render-check-ins.ts'
import { evidenceParts } from './render-evidence.ts'
import { feedbackParts } from './render-feedback.ts'
import { growthParts } from './render-growth.ts'
import { packetParts } from './render-packets.ts'

const REASONS = { 'not-seen': 'not seen', 'not-needed': 'not needed', 'cannot-tell': 'cannot tell' }

/** Everything of the export except what only a program reads. Text of people cannot become markup. */
export function renderMarkdown(data: PersonalExport): string {
  const frameworks = new Map(data.frameworks.map(({ digest, framework }) => [digest, framework]))
  const parts = [
    `# Skillmap: ${plain(data.person.displayName ?? 'your data')}`,
    `Exported ${day(data.exportedAt)}. The JSON export holds the same and more, and can be imported again.`,
    ...targetPart(data, frameworks),
    ...data.assessments.flatMap((assessment) =>
      assessmentPart(assessment, frameworks.get(assessment.frameworkDigest)),
    ),
    ...peoplePart(data),
    ...(data.noted ?? []).flatMap((note) => notePart(note, data, frameworks.get(note.frameworkDigest))),
    ...(data.asked ?? []).flatMap((one) => askedPart(one, frameworks.get(one.frameworkDigest))),
    ...heldParts(data.held ?? []),
    ...growthParts(data, frameworks),
    ...evidenceParts(data, frameworks),
    ...feedbackParts(data, frameworks),
    ...feedbackDraftParts(data),
    ...conversationParts(data),
    ...sharedParts(data),
    ...checkInParts(data),
    ...packetParts(data, frameworks),
    ...recordsPart(data),
  ]
  return `${parts.join('\n\n')}\n`
}

function targetPart(data: PersonalExport, frameworks: Map<string, Framework>): string[] {
  if (data.targets.length === 0) return []
  const lines = data.targets.map((target) => {
    const framework = frameworks.get(target.frameworkDigest)
    const to = target.destinations.map((role) =>
      role === 'stay' ? 'stay and deepen' : roleName(framework, role),
    )
    return `- ${day(target.updatedAt)}: ${roleName(framework, target.role)}, towards ${to.length === 0 ? 'undecided' : to.join(', ')}`
  })
  return ['## Where you are and where you may want to go', lines.join('\n')]
}

function assessmentPart(assessment: ExportedAssessment, framework: Framework | undefined): string[] {
  const closed = assessment.closedAt === null ? 'open' : `closed ${day(assessment.closedAt)}`
  const title = `## Self-assessment of ${day(assessment.openedAt)}`
  const about = `${roleName(framework, assessment.role)} · ${framework === undefined ? 'a framework' : `${plain(framework.name)} ${plain(framework.version)}`} · ${closed}`
  return [title, about, ...skillParts(assessment.revisions, framework)]
}

function peoplePart({ people = [] }: PersonalExport): string[] {
  if (people.length === 0) return []
  const lines = people.map(({ displayName, relation, role }) =>
    [
      '- ',
      [displayName, relation, role]
        .filter((part) => part !== null)
        .map(plain)
        .join(', '),
    ].join(''),
  )
  return ['## People you keep', lines.join('\n')]
}

function notePart(note: ExportedNote, data: PersonalExport, framework: Framework | undefined): string[] {
  const nameOf = (id: string) =>
    id === data.person.id
      ? 'you'
      : plain(data.people?.find((one) => one.id === id)?.displayName ?? 'somebody')
  const rater = note.raterId === null ? 'somebody' : nameOf(note.raterId)
  const title = `## What ${rater} said about ${nameOf(note.subjectId)} on ${day(note.openedAt)}`
  return [title, ...skillParts(note.revisions, framework)]
}

function askedPart(asked: ExportedAsked, framework: Framework | undefined): string[] {
  const given = asked.releasedAt === undefined ? 'not given' : `given ${day(asked.releasedAt)}`
  const title = `## What ${plain(asked.raterName)} ${asked.writtenDown === true ? 'wrote down that somebody else said' : 'said'} about ${plain(asked.subjectName)} when asked, for ${asked.purpose ?? 'development'}, ${given}`
  const words = asked.disputes.map(
    ({ skill, kind, words }) =>
      `- ${plain(asked.subjectName)} ${kind === 'contest' ? 'contests' : 'adds to'} ${plain(skill)}: “${plain(words)}”`,
  )
  return [title, ...skillParts(asked.revisions, framework), ...(words.length === 0 ? [] : [words.join('\n')])]
}

function skillParts(revisions: ExportedRevision[], framework: Framework | undefined): string[] {
  const bySkill = new Map<string, ExportedRevision[]>()
  for (const revision of revisions)
    bySkill.set(revision.skill, [...(bySkill.get(revision.skill) ?? []), revision])
  return [...bySkill].flatMap(([skill, history]) => {
    const name = framework?.skills?.find((one) => one.id === skill)?.name ?? skill
    return [`### ${plain(name)}`, [...history].reverse().map(revisionLine).join('\n')]
  })
}

function revisionLine(revision: ExportedRevision): string {
  const details = [
    revision.approaching ? 'on the way to the next' : null,
    revision.confidence === null ? null : `confidence ${revision.confidence}`,
    revision.observedOn === null ? null : `last seen ${revision.observedOn}`,
    revision.behaviours.length === 0 ? null : `behaviours ${revision.behaviours.map(plain).join(', ')}`,
    revision.note === '' ? null : `“${plain(revision.note)}”`,
  ].filter((detail) => detail !== null)
  return `- ${day(revision.ratedAt)}: ${[answer(revision), ...details].join('; ')}`
}

function answer(revision: ExportedRevision): string {
  if (revision.withdrawn) return 'taken back'
  if (revision.level !== null) return `level ${revision.level}`
  return revision.reason === null ? 'no answer' : REASONS[revision.reason]
}

function recordsPart(data: PersonalExport): string[] {
  const counts = Object.entries(data.records).filter(([, rows]) => rows.length > 0)
  if (counts.length === 0) return []
  const lines = counts.map(([table, rows]) => `- ${table}: ${rows.length}`)
  return ['## Also stored about you', 'In full in the JSON export.', lines.join('\n')]
}

function roleName(framework: Framework | undefined, role: string): string {
  return plain(framework?.roles?.find((one) => one.id === role)?.name ?? role)
}
