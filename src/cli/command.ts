// What a command is: its words for --help, its options, and what it does.
import type { ParseArgsConfig } from 'node:util'
import type { Terminal } from './terminal.ts'

type OptionValues = Record<string, string | boolean | (string | boolean)[] | undefined>

/** What was typed after the command's name. */
export interface Given {
  positionals: string[]
  values: OptionValues
  /** `--json`: answer as JSON. */
  json: boolean
}

interface CommandWords {
  name: string
  /** One line, for the list of commands. */
  summary: string
  /** Such as `skillmap focus [--from <role>] --to <role>`. */
  usage: string
  about: string
  /** Name and meaning of each option, for --help. */
  options?: Record<string, string>
  examples: string[]
}

export interface Command extends CommandWords {
  /** For parseArgs; `--json` and `--help` are always there. */
  parse?: NonNullable<ParseArgsConfig['options']>
  /** How many words may follow the name. */
  positionals: [number, number]
  run(given: Given, terminal: Terminal): Promise<void>
}

/** Something expected went wrong: said in one sentence, with what helps. Exit code 1. */
export class CommandFailure extends Error {}

/** The command was not typed as it can be understood. Exit code 2. */
export class UsageFailure extends Error {}

/** The value of an option that takes one. */
export function textOption(given: Given, name: string): string | undefined {
  const value = given.values[name]
  return typeof value === 'string' ? value : undefined
}

/** Where to say what a person reads along the way: not among the results, where a program reads those. */
export function besideResults(given: Given, terminal: Terminal): Terminal {
  return given.json ? { ...terminal, out: terminal.err } : terminal
}

export function printJson(terminal: Terminal, value: unknown): void {
  terminal.out(JSON.stringify(value, null, 2))
}
