// What somebody was told, of a personal export as a page: the sentence, what it is about, who said it.

import { type FeedbackRevision, newestToldFirst } from '../feedback/feedback.ts'
import type { Framework } from '../framework/framework.ts'
import { plain } from './markdown-text.ts'
import type { PersonalExport } from './personal-export.ts'

const ABOUT = { gap: 'something missed', strength: 'praise' }

/** What holds now, newest first; earlier wordings stay in the JSON. */
export function feedbackParts(data: PersonalExport, frameworks: ReadonlyMap<string, Framework>): string[] {
  const latest = new Map<string, FeedbackRevision>()
  for (const revision of data.feedback ?? []) latest.set(revision.id, revision)
  const current = [...latest.values()].filter(({ withdrawn }) => !withdrawn).sort(newestToldFirst)
  if (current.length === 0) return []
  const lines = current.map((record) => {
    const framework = frameworks.get(record.frameworkDigest)
    const skills = record.skills.map((id) =>
      plain(framework?.skills?.find((one) => one.id === id)?.name ?? id),
    )
    const who = data.people?.find(({ id }) => id === record.saidBy)?.displayName
    const about = skills.length === 0 ? 'put aside' : `${skills.join(', ')}, ${ABOUT[record.polarity]}`
    return `- ${record.saidOn}${who === undefined ? '' : `, ${plain(who)}`}: “${plain(record.text)}” (${about})`
  })
  return ['## What you were told', lines.join('\n')]
}
