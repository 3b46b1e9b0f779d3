// The page of a conversation as Markdown, in the order of the printed page. Words of people cannot become markup.

import { plain } from '../export/markdown-text.ts'
import { oneDecimal } from '../planning/plain-words.ts'
import { BRIEF_KINDS, type BriefKind, type ConversationBrief, chosenLines } from './brief.ts'
import type { ConversationContent, NextStep } from './conversation.ts'
import type { Readiness } from './standing.ts'

const KIND_TITLES: Record<BriefKind, string> = {
  evidence: 'What was done',
  practice: 'What was practised',
  feedback: 'What I was told',
  rating: 'What was noted',
  draft: 'Feedback that is due',
  shared: 'What they handed over',
}

/** What is on the page, and nothing else. Only the owner can read it until they hand it over. */
export function briefMarkdown(content: ConversationContent, brief: ConversationBrief): string {
  const { withWhom, heldOn, since, oneThing, questions, steps, showsStanding } = content
  const parts = [
    `# ${plain(withWhom)}, ${heldOn}`,
    section(
      'The one thing',
      oneThing
        .split(/\n+/)
        .map(plain)
        .filter((line) => line !== ''),
    ),
    ...sinceParts(content, brief, since),
    showsStanding && brief.standing !== null ? standingPart(brief.standing) : '',
    section(
      'Questions',
      questions
        .filter(({ text }) => text.trim() !== '')
        .map(({ asked, text }) => `- [${asked ? 'x' : ' '}] ${plain(text)}`),
    ),
    section(
      'Agreed next steps',
      steps.filter(({ text }) => text.trim() !== '').map((step) => stepLine(step, content)),
    ),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `## ${title}\n\n${lines.join('\n')}`
}

function sinceParts({ chosen }: ConversationContent, { lines }: ConversationBrief, since: string): string[] {
  const all = chosenLines(lines, chosen)
  if (all.length === 0) return []
  const kinds = BRIEF_KINDS.flatMap((kind) => {
    const own = all.filter((line) => line.kind === kind)
    if (own.length === 0) return []
    const list = own.map(
      ({ on, text, detail }) => `- ${on}: ${plain(text)}${detail === '' ? '' : ` (${plain(detail)})`}`,
    )
    return `### ${KIND_TITLES[kind]}\n\n${list.join('\n')}`
  })
  return [`## Since ${since}`, ...kinds]
}

function standingPart({ role, words, levels }: Readiness): string {
  const list = levels.map(
    ({ name, level, low, high, asked }) =>
      `- ${plain(name)}: about ${oneDecimal(level)} (${oneDecimal(low)} to ${oneDecimal(high)}), asked ${asked}`,
  )
  return [`## Against ${plain(role)}`, ...(words === '' ? [] : [plain(words)]), list.join('\n')].join('\n\n')
}

function stepLine({ text, done, whose, dueOn, agreedOn }: NextStep, content: ConversationContent): string {
  const who = whose === 'me' ? 'me' : plain(content.withWhom)
  const by = dueOn === null ? '' : `, by ${dueOn}`
  const carried = agreedOn < content.heldOn ? `, carried over from ${agreedOn}` : ''
  return `- [${done ? 'x' : ' '}] ${plain(text)} (${who}${by}${carried})`
}
