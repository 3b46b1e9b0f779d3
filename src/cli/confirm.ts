// Asks for a word before something is done that cannot be undone.
import { besideResults, CommandFailure, type Given, textOption } from './command.ts'
import { paragraph } from './layout.ts'
import type { Terminal } from './terminal.ts'

/** Goes on only when the word was given with `--confirm`, or typed now. */
export async function confirm(
  given: Given,
  terminal: Terminal,
  words: { warning: string; word: string },
): Promise<void> {
  const typedBefore = textOption(given, 'confirm')
  if (typedBefore === words.word) return
  if (typedBefore !== undefined) {
    throw new CommandFailure(`Nothing was done: --confirm takes exactly “${words.word}”.`)
  }
  paragraph(besideResults(given, terminal), words.warning)
  const typed = await terminal.ask(`To go on, type: ${words.word}\n> `)
  if (typed?.trim() !== words.word) throw new CommandFailure('Nothing was done.')
}
