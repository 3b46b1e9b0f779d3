// Reads the list of idioms: a skill id on a line of its own, then what people say of it, `-` in criticism and `+` in praise.

import { fail, type Result, succeed } from '../result.ts'
import type { FrameworkSentence } from './framework-sentences.ts'

/** Beside a sentence that somebody said, which counts 1. Judgement. */
const WEIGHT = 0.8

/** The failure names the line that does not fit. */
export function readIdioms(text: string): Result<FrameworkSentence[], string> {
  const idioms: FrameworkSentence[] = []
  let skill: string | null = null
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue
    const said = /^([-+]) (\S.*)$/.exec(line)
    if (said === null && /^[a-z0-9-]+$/.test(line)) skill = line
    else if (said === null || skill === null)
      return fail(`Line ${index + 1} is neither a skill nor an idiom.`)
    else
      idioms.push({
        skill,
        text: said[2] as string,
        // Half a sentence says little about how praise sounds: on the writers e and g it did harm.
        polarity: null,
        weight: WEIGHT,
      })
  }
  return succeed(idioms)
}
