// Turns a chosen item into the entry of evidence that is kept of it.
import type { EvidenceContent } from '../evidence/evidence.ts'
import {
  LONGEST_EVIDENCE,
  LONGEST_LINK,
  LONGEST_NAME,
  MOST_CREDITED,
  MOST_LINKS,
} from '../evidence/evidence-limits.ts'
import { isSafeLink } from '../evidence/safe-link.ts'
import { originOf } from './origin.ts'
import type { CapturedItem } from './trace.ts'

/** On its last day. Which skills it shows is the person's to say, later and in the journal. */
export function entryOfItem(item: CapturedItem): EvidenceContent {
  const links = item.links.filter((link) => link.length <= LONGEST_LINK && isSafeLink(link))
  const people = item.people.filter((name) => name !== '' && name.length <= LONGEST_NAME)
  return {
    happenedOn: item.to,
    text: item.text.slice(0, LONGEST_EVIDENCE),
    links: links.slice(0, MOST_LINKS),
    credit: people.slice(0, MOST_CREDITED).map((name) => ({ name, personId: null })),
    skills: [],
    template: 'plain',
    source: { kind: 'captured', origin: originOf(item) },
  }
}

/** The item under another title, which its text begins with. */
export function retitled(item: CapturedItem, title: string): CapturedItem {
  const rest = item.text.startsWith(item.title) ? item.text.slice(item.title.length) : `\n\n${item.text}`
  return { ...item, title, text: `${title}${rest}` }
}
