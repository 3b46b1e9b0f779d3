// The command line: finds the command, reads its options, runs it, and turns what happens into an exit code.
import { parseArgs } from 'node:util'
import { nearestWord } from '../core/framework/nearest-word.ts'
import { type Command, CommandFailure, type Given, printJson, UsageFailure } from './command.ts'
import { commandList, commandNames } from './command-list.ts'
import { processTerminal, type Terminal } from './terminal.ts'

const DONE = 0
const FAILED = 1
const MISTYPED = 2

/** Runs one command. 0: done; 1: it could not be done, for an expected reason; 2: not understood. */
export async function main(
  argv: readonly string[],
  terminal: Terminal = processTerminal(argv.includes('--json')),
): Promise<number> {
  const json = argv.includes('--json')
  try {
    return await dispatch(argv, terminal)
  } catch (error) {
    return answerError(error, terminal, json)
  } finally {
    terminal.close()
  }
}

async function dispatch(argv: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = argv
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    await printHelp(terminal, name === 'help' ? rest[0] : undefined)
    return DONE
  }
  if (name === '--version' || name === '-v') {
    const { packageVersion } = await import('../server/version.ts')
    terminal.out(packageVersion())
    return DONE
  }
  const command = await findCommand(name)
  const given = readArguments(command, rest)
  if (given === 'help') {
    printCommandHelp(terminal, command)
    return DONE
  }
  await command.run(given, terminal)
  return DONE
}

async function findCommand(name: string): Promise<Command> {
  const load = commandList[name as keyof typeof commandList]
  if (load !== undefined && Object.hasOwn(commandList, name)) return load()
  const nearest =
    nearestWord(name, commandNames) ?? commandNames.find((one) => letters(one) === letters(name))
  const hint = nearest === undefined ? 'skillmap --help lists the commands.' : `Did you mean “${nearest}”?`
  throw new UsageFailure(`There is no command called “${name}”. ${hint}`)
}

/** Two letters in the wrong order are two slips to `nearestWord`, and too many for a short name. */
function letters(word: string): string {
  return [...word].toSorted().join('')
}

function readArguments(command: Command, argv: readonly string[]): Given | 'help' {
  const options = {
    ...command.parse,
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  } as const
  let parsed: ReturnType<typeof parseArgs>
  try {
    parsed = parseArgs({ args: [...argv], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new UsageFailure(`${sayParseError(error, Object.keys(options))}\nUsage: ${command.usage}`)
  }
  const { positionals, values } = parsed
  if (values.help === true) return 'help'
  const [least, most] = command.positionals
  if (positionals.length < least || positionals.length > most) {
    const what = positionals.length < least ? 'Something is missing' : 'That is more than this command takes'
    throw new UsageFailure(`${what}.\nUsage: ${command.usage}`)
  }
  return { positionals, values, json: values.json === true }
}

function sayParseError(error: unknown, known: readonly string[]): string {
  const message = error instanceof Error ? error.message : String(error)
  const unknown = /Unknown option '(-[^']*)'/.exec(message)?.[1]
  if (unknown === undefined) return message.split('\n')[0] ?? message
  const nearest = nearestWord(unknown.replace(/^-+/, ''), known)
  const hint = nearest === undefined ? '' : ` Did you mean “--${nearest}”?`
  return `There is no option ${unknown}.${hint}`
}

function answerError(error: unknown, terminal: Terminal, json: boolean): number {
  const message = error instanceof Error ? error.message : String(error)
  const expected = error instanceof CommandFailure || error instanceof UsageFailure || isExpected(error)
  if (json) printJson(terminal, { error: message })
  terminal.err(expected ? message : `Something went wrong inside Skillmap: ${message}`)
  if (!expected && (terminal.env.SKILLMAP_DEBUG ?? '') !== '' && error instanceof Error)
    terminal.err(error.stack ?? '')
  return error instanceof UsageFailure ? MISTYPED : FAILED
}

const SPOKEN_CODES = new Set(['folder-in-use', 'newer-format', 'disk-full', 'disk-broken', 'cannot-start'])

/** Failures of the store and of the start carry a code and words for the person. */
function isExpected(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' && SPOKEN_CODES.has(code)
}

async function printHelp(terminal: Terminal, name: string | undefined): Promise<void> {
  if (name !== undefined) {
    printCommandHelp(terminal, await findCommand(name))
    return
  }
  terminal.out('Skillmap: a map of tech careers, and what to work on first.\n')
  terminal.out('Usage: skillmap <command> [options]\n')
  const commands = await Promise.all(Object.values(commandList).map((load) => load()))
  const width = Math.max(...commands.map((command) => command.name.length))
  for (const { name: one, summary } of commands) terminal.out(`  ${one.padEnd(width)}  ${summary}`)
  terminal.out('\nEach command takes --json for output that programs can read, and --help for examples.')
  terminal.out('SKILLMAP_DATA names the folder that holds your data.')
}

function printCommandHelp(terminal: Terminal, command: Command): void {
  terminal.out(`${command.about}\n\nUsage: ${command.usage}`)
  const options = { ...command.options, '--json': 'Answer as JSON.', '--help': 'Show this.' }
  const width = Math.max(...Object.keys(options).map((option) => option.length))
  terminal.out('\nOptions:')
  for (const [option, meaning] of Object.entries(options))
    terminal.out(`  ${option.padEnd(width)}  ${meaning}`)
  terminal.out('\nExamples:')
  for (const example of command.examples) terminal.out(`  ${example}`)
}
