// Check-ins of a personal export as a page: what was in the way of each week, and how it felt.

import type { CheckInRevision } from '../check-in/check-in.ts'
import { answersSentence } from '../check-in/week-words.ts'
import { plain } from './markdown-text.ts'
import type { PersonalExport } from './personal-export.ts'

/** What holds now, the latest week first; earlier wordings stay in the JSON. */
export function checkInParts({ checkIns = [] }: PersonalExport): string[] {
  const latest = new Map<string, CheckInRevision>()
  for (const revision of checkIns) latest.set(revision.week, revision)
  const current = [...latest.values()]
    .filter(({ withdrawn }) => !withdrawn)
    .sort((a, b) => (a.week < b.week ? 1 : -1))
  if (current.length === 0) return []
  return ['## Your weeks', current.map(weekLine).join('\n')]
}

function weekLine(checkIn: CheckInRevision): string {
  const inTheWay = checkIn.inTheWay === '' ? [] : [`In the way: ${plain(checkIn.inTheWay)}`]
  const answers = answersSentence(checkIn)
  return `- Week of ${checkIn.week}: ${[...(answers === '' ? [] : [answers]), ...inTheWay].join(' ')}`
}
