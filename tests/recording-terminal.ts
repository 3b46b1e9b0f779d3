// Runs a command as a person would, and keeps what it says.
import { main } from '../src/cli/main.ts'
import type { Terminal } from '../src/cli/terminal.ts'

export interface Ran {
  code: number
  out: string
  err: string
}

/** In this process, without colours, 80 characters wide; nobody answers what it asks. */
export async function runCommand(words: string[], env: Record<string, string>): Promise<Ran> {
  const [out, err]: [string[], string[]] = [[], []]
  const terminal: Terminal = {
    out: (text) => {
      out.push(`${text}\n`)
    },
    err: (text) => {
      err.push(`${text}\n`)
    },
    ask: async () => null,
    width: 80,
    colour: false,
    env,
    close: () => undefined,
  }
  const code = await main(words, terminal)
  return { code, out: out.join(''), err: err.join('') }
}
