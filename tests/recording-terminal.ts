// Runs a command as a person would, and keeps what it says.
import { main } from '../src/cli/main.ts'
import type { Terminal } from '../src/cli/terminal.ts'

export interface Ran {
  code: number
  out: string
  err: string
}

/** How the terminal is. */
export interface Setting {
  /** Lines that the person types; then nobody answers what is asked. */
  typed?: string[]
  /** In characters; 80 where nothing is said. */
  width?: number
  colour?: boolean
}

/** What was printed, without the styles of our own. */
export function withoutStyles(text: string): string {
  return [1, 2, 22].reduce((plain, code) => plain.replaceAll(`\u001b[${code}m`, ''), text)
}

/** In this process. */
export async function runCommand(
  words: string[],
  env: Record<string, string>,
  setting: Setting = {},
): Promise<Ran> {
  const typed = [...(setting.typed ?? [])]
  const [out, err]: [string[], string[]] = [[], []]
  const terminal: Terminal = {
    out: (text) => {
      out.push(`${text}\n`)
    },
    err: (text) => {
      err.push(`${text}\n`)
    },
    ask: async () => typed.shift() ?? null,
    width: setting.width ?? 80,
    colour: setting.colour ?? false,
    env,
    close: () => undefined,
  }
  const code = await main(words, terminal)
  return { code, out: out.join(''), err: err.join('') }
}
