// skillmap say: what could be clearer in feedback that you are about to give.
import { checkFeedback, type Mark } from '../../core/composing/check-feedback.ts'
import { knownPhrases } from '../../core/composing/concrete-starts.ts'
import { NO_PARTS } from '../../core/composing/feedback-parts.ts'
import { checkLanguage } from '../../core/composing/language-checks.ts'
import { MARK_RULES } from '../../core/composing/mark-rules.ts'
import { type Command, printJson, UsageFailure } from '../command.ts'
import { FRAMEWORK_OPTION, FRAMEWORK_PARSE, frameworkOf } from '../framework-named.ts'
import { paragraph, remark } from '../layout.ts'
import type { Terminal } from '../terminal.ts'

export const say: Command = {
  name: 'say',
  summary: 'What could be clearer in feedback that you are about to give',
  usage: 'skillmap say ["your words" | -] [--praise] [--framework <which>]',
  about:
    'Marks words that make feedback hard to use, phrases of the framework among them, each with a reason and what to do. Nothing is kept and nothing is held back. English only. To write it part by part, open the page Write feedback.',
  options: {
    ...FRAMEWORK_OPTION,
    '--praise': 'It names something to go on doing.',
    '--why': 'Say why, and on which research a rule rests.',
  },
  examples: [
    'skillmap say "You are always defensive in reviews"',
    'skillmap say "Great work, keep it up" --praise',
    'pbpaste | skillmap say - --json',
  ],
  parse: { ...FRAMEWORK_PARSE, praise: { type: 'boolean' }, why: { type: 'boolean' } },
  positionals: [0, 1],
  async run(given, terminal) {
    const [words = '-'] = given.positionals
    const text = words === '-' ? await readAll(terminal) : words
    if (text.trim() === '')
      throw new UsageFailure('Say your words in quotation marks, or pipe them in with -.')
    const aim = given.values.praise === true ? 'keep' : 'change'
    const options = {
      aim,
      english: true,
      phrases: knownPhrases(await frameworkOf(given, terminal)),
      checkLanguage,
    } as const
    // One text has no parts, so that only an occasion can be missed in it.
    const marks = checkFeedback({ ...NO_PARTS, behaviour: text }, options).filter(
      ({ rule }) => rule !== 'no-impact' && rule !== 'no-next-step',
    )
    if (given.json) return printJson(terminal, { marks: marks.map(asJson) })
    if (marks.length === 0) return paragraph(terminal, 'Nothing is marked.')
    for (const mark of marks) printMark(terminal, mark, given.values.why === true)
  },
}

async function readAll(terminal: Terminal): Promise<string> {
  const lines: string[] = []
  for (let line = await terminal.ask(''); line !== null; line = await terminal.ask('')) lines.push(line)
  return lines.join('\n')
}

function asJson({ rule, from, to, words }: Mark) {
  const { name, reason, mend } = MARK_RULES[rule]
  return { rule, from, to, words, name, reason, mend }
}

function printMark(terminal: Terminal, { rule, words }: Mark, why: boolean): void {
  const { name, reason, mend, sources } = MARK_RULES[rule]
  paragraph(terminal, words === '' ? `${name}. ${mend}` : `“${words}”: ${name.toLowerCase()}. ${mend}`)
  if (!why) return
  remark(terminal, reason)
  for (const { work, finding, limits } of sources) remark(terminal, `${finding} ${limits} ${work}.`)
}
