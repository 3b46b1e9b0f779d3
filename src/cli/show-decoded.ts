// What the decoder makes of what somebody was told, for reading in a terminal.
import type { FeedbackItem, FeedbackReading } from '../core/decode/read-feedback.ts'
import type { LikelySkill } from '../core/decode/read-sides.ts'
import { mayMean } from '../core/feedback/may-mean.ts'
import type { Framework } from '../core/framework/framework.ts'
import { expectationOf, findRole, findSkill } from '../core/framework/look-up.ts'
import { bullets, heading, paragraph, remark } from './layout.ts'
import type { Terminal } from './terminal.ts'

/** Confidence from which it is said so. Below the last nothing is said of a further skill. */
const VERY_LIKELY = 0.7
const LIKELY = 0.4
const PERHAPS = 0.12
const MOST_SKILLS = 3
const MOST_WORDS = 4

const NO_ANSWER = {
  vague: 'Too vague to tell. Ask: “Can you give me one example, and what you would have liked to see?”',
  none: 'Not about a skill.',
  'other-language': 'Not in English, so it is not judged.',
}

/** `role` is the reader's own; null where it is not known. */
export function showDecoded(
  terminal: Terminal,
  framework: Framework,
  items: readonly FeedbackItem[],
  role: string | null,
): void {
  for (const item of items) {
    for (const part of item.clauses.length > 0 ? item.clauses : [item])
      showPart(terminal, framework, part, role)
  }
  remark(
    terminal,
    'The reader learned from sentences written for the purpose, and can be wrong. Ask whoever said it.',
  )
}

function showPart(
  terminal: Terminal,
  framework: Framework,
  part: FeedbackReading,
  role: string | null,
): void {
  const { text, kind, polarity, skills, matched, phrase } = part
  heading(terminal, `“${text}”`)
  if (kind !== 'skill') {
    paragraph(terminal, NO_ANSWER[kind], 2)
    if (kind === 'vague') showMeanings(terminal, framework, part)
    return
  }
  const told = skills
    .filter(({ confidence }, at) => at === 0 || confidence >= PERHAPS)
    .slice(0, MOST_SKILLS)
    .map(({ skill, confidence }) => `${nameOf(framework, skill)} (${sureness(confidence)})`)
  paragraph(terminal, `${polarity === 'strength' ? 'A strength: ' : ''}${told.join(', ')}`, 2)
  const words = matched.slice(0, MOST_WORDS).toSorted((a, b) => a.start - b.start)
  if (words.length > 0) remark(terminal, `  by the words ${words.map((word) => word.text).join(', ')}`)
  if (phrase?.phrase.means !== undefined) paragraph(terminal, `Mostly means: ${phrase.phrase.means}`, 2)
  if (phrase?.phrase.ask !== undefined) paragraph(terminal, `Ask back: ${phrase.phrase.ask}`, 2)
  if (polarity === 'none') paragraph(terminal, 'Praise, or something missed? The words do not tell.', 2)
  if (polarity !== 'strength') showStep(terminal, framework, skills[0], role)
}

/** What people who say such a thing often mean, from the phrases of the framework. */
function showMeanings(terminal: Terminal, framework: Framework, part: FeedbackReading): void {
  const meanings = mayMean(framework, part)
  if (meanings.length === 0) return
  paragraph(terminal, 'People who say this often mean:', 2)
  bullets(
    terminal,
    meanings.map(({ skill, phrase }) =>
      phrase === undefined ? skill.name : `${skill.name}: ${phrase.means}`,
    ),
  )
}

/** What the reader's role asks of the skill, and what helps to get there. */
function showStep(
  terminal: Terminal,
  framework: Framework,
  likeliest: LikelySkill | undefined,
  role: string | null,
): void {
  const skill = likeliest === undefined ? undefined : findSkill(framework, likeliest.skill)
  if (skill === undefined || role === null) return
  const { level } = expectationOf(framework, role, skill.id)
  const anchor = skill.anchors.find((one) => one.level === level)
  if (anchor === undefined) return
  paragraph(terminal, `${findRole(framework, role)?.name ?? role} asks level ${level}:`, 2)
  bullets(
    terminal,
    anchor.behaviours.map((behaviour) => behaviour.text),
  )
  const before = skill.anchors.find((one) => one.level === level - 1)
  if (before === undefined || before.practices.length === 0) return
  paragraph(terminal, 'To get there:', 2)
  bullets(
    terminal,
    before.practices.map((practice) => practice.text),
  )
}

function sureness(confidence: number): string {
  return confidence >= VERY_LIKELY ? 'very likely' : confidence >= LIKELY ? 'likely' : 'perhaps'
}

function nameOf(framework: Framework, skill: string): string {
  return findSkill(framework, skill)?.name ?? skill
}
