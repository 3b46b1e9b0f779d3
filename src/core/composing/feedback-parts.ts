// Feedback as it is written here: what happened where, what the person did, what came of it, and what next.

/** `change`: something should become different. `keep`: praise, something to go on doing. */
export type FeedbackAim = 'change' | 'keep'

export type PartName = 'situation' | 'behaviour' | 'impact' | 'nextStep'

export type FeedbackParts = Record<PartName, string>

/** In the order in which they are written and read. */
export const PART_NAMES: readonly PartName[] = ['situation', 'behaviour', 'impact', 'nextStep']

export const NO_PARTS: FeedbackParts = { situation: '', behaviour: '', impact: '', nextStep: '' }

const MARKDOWN_HEADINGS: FeedbackParts = {
  situation: 'When and where',
  behaviour: 'What I saw',
  impact: 'What came of it',
  nextStep: 'What next',
}

const written = (parts: FeedbackParts) =>
  PART_NAMES.map((name) => ({ name, text: parts[name].trim() })).filter(({ text }) => text !== '')

/** True where nothing has been written yet. */
export function isEmpty(parts: FeedbackParts): boolean {
  return written(parts).length === 0
}

/** As one would say it: the parts after each other, each a paragraph, without headings. */
export function partsAsText(parts: FeedbackParts): string {
  return written(parts)
    .map(({ text }) => text)
    .join('\n\n')
}

/** With a heading for each part that was written; the person's own words are left as they are. */
export function partsAsMarkdown(parts: FeedbackParts): string {
  const sections = written(parts).map(({ name, text }) => `**${MARKDOWN_HEADINGS[name]}**\n\n${text}`)
  return sections.length === 0 ? '' : `${sections.join('\n\n')}\n`
}
