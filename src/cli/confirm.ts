// Asks for a word before something is done that cannot be undone.
import { CommandFailure } from './command.ts'
import { paragraph } from './layout.ts'
import type { Terminal } from './terminal.ts'

/** Goes on only when the word was given with `--confirm`, or typed now. */
export async function confirm(
  terminal: Terminal,
  words: { warning: string; word: string; given: string | undefined },
): Promise<void> {
  if (words.given === words.word) return
  if (words.given !== undefined) {
    throw new CommandFailure(`Nothing was done: --confirm takes exactly “${words.word}”.`)
  }
  paragraph(terminal, words.warning)
  const typed = await terminal.ask(`To go on, type: ${words.word}\n> `)
  if (typed?.trim() !== words.word) throw new CommandFailure('Nothing was done.')
}
