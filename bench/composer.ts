// How well the marks on feedback fit sentences that somebody else marked, and how long they take while one types.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadFramework } from '#build/cli/built-in.js'
import { checkBySentence } from '#build/core/composing/check-by-sentence.js'
import { checkFeedback } from '#build/core/composing/check-feedback.js'
import { knownPhrases } from '#build/core/composing/concrete-starts.js'
import { checkLanguage } from '#build/core/composing/language-checks.js'
import { readMarkedExamples, scoreMarks } from '#build/core/composing/score-marks.js'
import { type Figure, percentile } from './figure.ts'
import { projectRoot } from './running-server.ts'

const KEYSTROKES = 200

/** The examples of `b.jsonl` were written by somebody who had not seen the rules; nothing was chosen by looking at them. */
export async function measureComposer(): Promise<Figure[]> {
  const examples = readMarkedExamples(
    readFileSync(join(projectRoot, 'corpus', 'composing', 'b.jsonl'), 'utf8'),
  )
  const phrases = knownPhrases(await loadFramework())
  const score = scoreMarks(examples, phrases)
  console.log(`  ${score.examples} examples; by rule found / missed / found wrongly:`)
  for (const [rule, { found, missed, wrong }] of score.byRule)
    console.log(`  ${rule.padEnd(14)} ${found} / ${missed} / ${wrong}`)
  const note = 'sentences written for the purpose'
  return [
    {
      name: 'Marks that should not be there',
      value: (1 - score.precision) * 100,
      unit: '%',
      target: 15,
      note,
    },
    { name: 'Marks that are missing', value: (1 - score.recall) * 100, unit: '%', target: 25, note },
    {
      name: 'Marks after a keystroke, a page of feedback, 95th percentile',
      value: percentile(keystrokes(examples, phrases), 0.95),
      unit: 'ms',
      target: 16,
      note: 'processor time; sentence by sentence, as the page does it',
    },
  ]
}

/** Milliseconds of processor time, as other work on the machine should not count, for each of a number of letters at the end of a page of feedback. */
function keystrokes(
  examples: ReturnType<typeof readMarkedExamples>,
  phrases: ReturnType<typeof knownPhrases>,
): number[] {
  const sentences = examples.flatMap((example) => ('text' in example ? [example.text] : []))
  const page = sentences.join(' ').slice(0, 3000)
  // As the page does it.
  const check = checkBySentence(checkLanguage)
  return Array.from({ length: KEYSTROKES }, (_, typed) => {
    const behaviour = page.slice(0, page.length - KEYSTROKES + typed)
    const parts = { situation: 'In the review on Monday', behaviour, impact: '', nextStep: '' }
    const before = process.cpuUsage()
    checkFeedback(parts, { aim: 'change', english: true, phrases, checkLanguage: check })
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  })
}
