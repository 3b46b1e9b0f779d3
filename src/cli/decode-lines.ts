// Answers lines of JSON with lines of JSON: which skills each text is about.
import type { DecoderModel } from '../core/decode/decoder-model.ts'
import { readWhole } from '../core/decode/read-feedback.ts'
import type { Framework } from '../core/framework/framework.ts'
import { CommandFailure } from './command.ts'
import type { Terminal } from './terminal.ts'

/** In UTF-16 units. A longer text is many things at once, and none of them would be found. */
const LONGEST_TEXT = 100_000

interface Asked {
  id: string | number
  text: string
}

/** Lines that cannot be answered are named on the error output and passed over; then it fails at the end. */
export async function decodeLines(
  terminal: Terminal,
  model: DecoderModel,
  framework: Framework,
): Promise<void> {
  let count = 0
  let passedOver = 0
  for (let line = await terminal.ask(''); line !== null; line = await terminal.ask('')) {
    count += 1
    if (line.trim() === '') continue
    const asked = readLine(count === 1 ? line.replace(/^\uFEFF/, '') : line)
    if (typeof asked === 'string') {
      passedOver += 1
      terminal.err(`Line ${count} was passed over: ${asked}`)
      continue
    }
    const { kind, skills, polarity } = readWhole(model, framework, asked.text)
    const rounded = skills.map(({ skill, confidence }) => ({
      id: skill,
      confidence: Number(confidence.toFixed(4)),
    }))
    terminal.out(JSON.stringify({ id: asked.id, skills: rounded, refused: kind !== 'skill', polarity }))
  }
  if (passedOver > 0) throw new CommandFailure(`${passedOver} of ${count} lines could not be read.`)
}

/** The line, or what is wrong with it. */
function readLine(line: string): Asked | string {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return 'it is not JSON.'
  }
  const { id, text } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>
  if (typeof id !== 'string' && typeof id !== 'number') return 'it has no "id".'
  if (typeof text !== 'string') return 'it has no "text".'
  if (text.length > LONGEST_TEXT)
    return `its text has ${text.length.toLocaleString('en-GB')} characters; at most ${LONGEST_TEXT.toLocaleString('en-GB')} are read as one.`
  return { id, text }
}
