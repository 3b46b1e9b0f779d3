// skillmap log: write down what you did, in one line, before it is forgotten.
import { readFeedback } from '../../core/decode/read-feedback.ts'
import type {
  Evidence,
  EvidenceContent,
  EvidenceTemplate,
  SupportedSkill,
} from '../../core/evidence/evidence.ts'
import { proposeSkills } from '../../core/evidence/propose-skills.ts'
import type { Framework } from '../../core/framework/framework.ts'
import { findSkill } from '../../core/framework/look-up.ts'
import { correctedLinks } from '../../core/linking/corrected-links.ts'
import { skillNamed } from '../built-in.ts'
import { type Command, CommandFailure, type Given, printJson, textOption, UsageFailure } from '../command.ts'
import { contentOf, type EvidenceData, findEntries, withEvidence, writeEntry } from '../evidence-data.ts'
import { paragraph, remark } from '../layout.ts'
import { readLinkCorrections } from '../link-data.ts'
import { loadDecoder } from '../load-decoder.ts'
import { localDay } from '../local-day.ts'
import { printEntries } from '../show-evidence.ts'
import type { Terminal } from '../terminal.ts'

const TEMPLATES: readonly EvidenceTemplate[] = ['plain', 'glue', 'prevention', 'mentoring']
const LISTED = '10'

export const log: Command = {
  name: 'log',
  summary: 'Write down what you did, in one line, before it is forgotten',
  usage:
    'skillmap log ["what you did" | -] [--skill <skill>[:<level>]]… [--on <day>] [--credit <name>]… [--link <address>]…',
  about:
    'Keeps one entry of your journal, for today unless you say another day. Only you can read it; the words lie encrypted on your disk. It says which skills the entry may show. Several skills, names and links: give the option again.',
  options: {
    '--skill <skill>[:<level>]': 'A skill that it shows, and at which level.',
    '--level <n>': 'The level, where one skill is given.',
    '--on <day>': 'The day it happened, such as 2026-11-26.',
    '--credit <name>': 'Somebody who had a part in it.',
    '--link <address>': 'Where it can be seen, such as a pull request.',
    '--template <name>': 'plain, glue, prevention or mentoring: what kind of work it was.',
    '--more': 'Add the skills, names and links to the entry you wrote last.',
    '--list': 'Show the entries you wrote last.',
    '--undo': 'Take back the entry you wrote last.',
  },
  examples: [
    'skillmap log "Wrote the runbook that ended the nightly calls"',
    'skillmap log "Paired with Kim on the rollout" --skill mentoring:3 --credit Kim',
    'skillmap log --more --skill facilitation --link https://example.org/notes',
    'git log -1 --format=%s | skillmap log -',
  ],
  parse: {
    skill: { type: 'string', multiple: true },
    level: { type: 'string' },
    on: { type: 'string' },
    credit: { type: 'string', multiple: true },
    link: { type: 'string', multiple: true },
    template: { type: 'string' },
    more: { type: 'boolean' },
    list: { type: 'boolean' },
    undo: { type: 'boolean' },
  },
  positionals: [0, 1],
  async run(given, terminal) {
    const [words] = given.positionals
    if (words !== undefined && (given.values.undo === true || given.values.list === true))
      throw new UsageFailure('--undo and --list take no text.')
    // Before the data is opened: what was mistyped makes nothing.
    const template = templateGiven(given)
    const skills = skillsGiven(given)
    await withEvidence(terminal, async (data) => {
      if (given.values.list === true) return listLast(given, terminal, data)
      if (given.values.undo === true) return undo(given, terminal, data)
      const before = given.values.more === true ? await lastWritten(data) : undefined
      const content = await contentGiven(given, terminal, {
        framework: data.framework,
        template,
        skills,
        before,
      })
      const saved = await writeEntry(data, content, before)
      report(given, terminal, data.framework, saved, await proposed(data, saved))
    })
  },
}

async function listLast(given: Given, terminal: Terminal, data: EvidenceData): Promise<void> {
  const page = await findEntries(data, { order: 'written', limit: LISTED })
  if (given.json) return printJson(terminal, page)
  printEntries(terminal, data.framework, page)
}

async function undo(given: Given, terminal: Terminal, data: EvidenceData): Promise<void> {
  const last = await lastWritten(data)
  const headers = { 'if-match': `"${last.revisionId}"` }
  await data.connection.call('DELETE', `/api/evidence/${last.id}`, { headers })
  if (given.json) return printJson(terminal, { takenBack: last })
  paragraph(terminal, `Taken back: ${firstLine(last.text)}`)
}

async function lastWritten(data: EvidenceData): Promise<Evidence> {
  const [last] = (await findEntries(data, { order: 'written', limit: '1' })).entries
  if (last === undefined) throw new CommandFailure('There is no entry yet.')
  return last
}

interface Asked {
  framework: Framework
  template: EvidenceTemplate | undefined
  skills: SkillWord[]
  before: Evidence | undefined
}

async function contentGiven(given: Given, terminal: Terminal, asked: Asked): Promise<EvidenceContent> {
  const base = asked.before === undefined ? null : contentOf(asked.before)
  const added = asked.skills.map(({ name, level }): SupportedSkill => {
    const skill = skillNamed(asked.framework, name).id
    return { skill, level, behaviours: [], note: '' }
  })
  const kept = (base?.skills ?? []).filter(({ skill }) => !added.some((one) => one.skill === skill))
  const credit = listGiven(given, 'credit').map((name) => ({ name, personId: null }))
  return {
    happenedOn: textOption(given, 'on') ?? base?.happenedOn ?? localDay(),
    text: await textGiven(given, terminal, base?.text),
    links: [...(base?.links ?? []), ...listGiven(given, 'link')],
    credit: [...(base?.credit ?? []), ...credit],
    skills: [...kept, ...added],
    template: asked.template ?? base?.template ?? 'plain',
    source: base?.source ?? { kind: 'typed' },
  }
}

/** `-` reads all of the input; nothing asks for one line. More of an entry stands below what it says already. */
async function textGiven(given: Given, terminal: Terminal, before: string | undefined): Promise<string> {
  const [words] = given.positionals
  const added = words === '-' ? await readAll(terminal) : words
  if (before !== undefined) return added ? `${before}\n\n${added}` : before
  return added ?? (await terminal.ask('What did you do? ')) ?? ''
}

async function readAll(terminal: Terminal): Promise<string> {
  const lines: string[] = []
  for (let line = await terminal.ask(''); line !== null; line = await terminal.ask('')) lines.push(line)
  return lines.join('\n').trim()
}

function listGiven(given: Given, name: string): string[] {
  const values = given.values[name]
  return Array.isArray(values) ? values.filter((value) => typeof value === 'string') : []
}

interface SkillWord {
  name: string
  level: number | null
}

function skillsGiven(given: Given): SkillWord[] {
  const level = textOption(given, 'level')
  const words = listGiven(given, 'skill')
  if (level !== undefined && words.length !== 1)
    throw new UsageFailure('--level goes with one --skill; for several, write --skill mentoring:3.')
  return words.map((word) => {
    const [, name = word, own] = /^(.*?)(?::(\d{1,3}))?$/.exec(word) ?? []
    const said = own ?? level
    if (said !== undefined && !/^\d{1,3}$/.test(said))
      throw new UsageFailure(`--level takes a whole number, not “${said}”.`)
    return { name, level: said === undefined ? null : Number(said) }
  })
}

function templateGiven(given: Given): EvidenceTemplate | undefined {
  const word = textOption(given, 'template')
  if (word === undefined) return undefined
  const found = TEMPLATES.find((one) => one === word)
  if (found === undefined) throw new UsageFailure(`--template takes one of: ${TEMPLATES.join(', ')}.`)
  return found
}

/** As the reader of feedback reads the entry; what it names already is not proposed. */
async function proposed({ connection, framework }: EvidenceData, saved: Evidence): Promise<string[]> {
  const model = loadDecoder()
  const links = correctedLinks(model, framework, await readLinkCorrections(connection))
  const sentences = readFeedback(model, framework, saved.text, [], links)
  return proposeSkills(framework, saved.text, sentences).filter(
    (id) => !saved.skills.some(({ skill }) => skill === id),
  )
}

function report(
  given: Given,
  terminal: Terminal,
  framework: Framework,
  saved: Evidence,
  proposed: readonly string[],
): void {
  if (given.json) {
    printJson(terminal, { ...saved, proposed })
    return
  }
  const shown = saved.skills.map(({ skill, level }) => {
    const name = findSkill(framework, skill)?.name ?? skill
    return level === null ? name : `${name} ${level}`
  })
  paragraph(terminal, `Kept for ${saved.happenedOn}${shown.length > 0 ? `: ${shown.join(', ')}` : ''}.`)
  const [first] = proposed
  if (shown.length > 0 || first === undefined) return
  const names = proposed.map((id) => findSkill(framework, id)?.name ?? id)
  remark(terminal, `It may show: ${names.join(', ')}. To say so: skillmap log --more --skill ${first}`)
}

function firstLine(text: string): string {
  const [line = ''] = text.split('\n')
  return line.length > 80 ? `${line.slice(0, 79)}…` : line
}
