// Evidence of a personal export as a page: what was done, when, with whom, and what it shows.

import { type EvidenceRevision, newestFirst } from '../evidence/evidence.ts'
import type { Framework } from '../framework/framework.ts'
import { plain } from './markdown-text.ts'
import type { PersonalExport } from './personal-export.ts'

/** What holds now, newest first; earlier wordings stay in the JSON. */
export function evidenceParts(data: PersonalExport, frameworks: ReadonlyMap<string, Framework>): string[] {
  const latest = new Map<string, EvidenceRevision>()
  for (const revision of data.evidence ?? []) latest.set(revision.id, revision)
  const current = [...latest.values()].filter(({ withdrawn }) => !withdrawn).sort(newestFirst)
  if (current.length === 0) return []
  return [
    '## What you did',
    ...current.map((entry) => entryPart(entry, frameworks.get(entry.frameworkDigest))),
  ]
}

function entryPart(entry: EvidenceRevision, framework: Framework | undefined): string {
  const skills = entry.skills.map(({ skill, level, note }) => {
    const name = framework?.skills?.find((one) => one.id === skill)?.name ?? skill
    const at = level === null ? '' : `, level ${level}`
    return `- ${plain(name)}${at}${note === '' ? '' : `: ${plain(note)}`}`
  })
  return [
    `### ${entry.happenedOn}`,
    // Each paragraph for itself: line ends inside one mean nothing in Markdown.
    entry.text
      .split(/\n\s*\n/)
      .map(plain)
      .join('\n\n'),
    ...(entry.credit.length > 0 ? [`With ${entry.credit.map(({ name }) => plain(name)).join(', ')}.`] : []),
    ...(skills.length > 0 ? [skills.join('\n')] : []),
    ...(entry.links.length > 0 ? [entry.links.map((link) => `- ${plain(link)}`).join('\n')] : []),
  ].join('\n\n')
}
