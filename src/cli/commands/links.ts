// skillmap links: how the framework in use is read, and correcting it.
import { randomUUID } from 'node:crypto'
import type { Framework, Skill } from '../../core/framework/framework.ts'
import { explainLinks } from '../../core/linking/explain-links.ts'
import { correctionsIn, type LinkCorrections } from '../../core/linking/link-correction.ts'
import { loadFramework, skillNamed } from '../built-in.ts'
import { type Command, type Given, printJson, UsageFailure } from '../command.ts'
import { type EvidenceData, withEvidence } from '../evidence-data.ts'
import { bullets, paragraph, remark } from '../layout.ts'
import { readLinks } from '../link-data.ts'
import { loadDecoder } from '../load-decoder.ts'
import type { Terminal } from '../terminal.ts'

/** As on the page. */
const VERY_LIKELY = 0.7
const LIKELY = 0.4

export const links: Command = {
  name: 'links',
  summary: 'How your framework is read, and correcting it',
  usage: 'skillmap links   or   skillmap links <skill> (--as <skill>… | --own-words | --undo)',
  about:
    'The reader of feedback learned the skills of the framework that comes with Skillmap. Skills of another one are read through those that their texts are about: listed with how surely, and the words that said so. A correction holds for you alone, for what you were told, your journal and the command line, and for every version of the framework.',
  options: {
    '--as <skill>': 'A skill of Skillmap’s own framework that is behind it; give it again for several.',
    '--own-words': 'None is behind it: it is read by its own words.',
    '--undo': 'Takes your correction back.',
    '--all': 'Also skills that the reader learned itself.',
  },
  examples: [
    'skillmap links',
    'skillmap links "Technical guidance" --as mentoring --as technical-strategy',
    'skillmap links "Technical guidance" --undo',
  ],
  parse: {
    as: { type: 'string', multiple: true },
    'own-words': { type: 'boolean' },
    undo: { type: 'boolean' },
    all: { type: 'boolean' },
  },
  positionals: [0, 1],
  async run(given, terminal) {
    const [word] = given.positionals
    const wanted = wantedOf(given)
    if ((word === undefined) !== (wanted === undefined))
      throw new UsageFailure(
        `Name one skill, and what it is read as. Without both, all are listed.\nUsage: ${links.usage}`,
      )
    const learned = await loadFramework()
    await withEvidence(terminal, async (data) => {
      if (word === undefined || wanted === undefined) return list(given, terminal, data, learned)
      const skill = skillNamed(data.framework, word)
      const known = wanted === 'undo' ? null : wanted.map((one) => skillNamed(learned, one).id)
      const saved = await correct(data, skill, known)
      if (given.json) return printJson(terminal, saved)
      const names = (known ?? []).map((id) => nameIn(learned, id))
      paragraph(
        terminal,
        known === null
          ? `${skill.name} is read as Skillmap found it.`
          : names.length === 0
            ? `${skill.name} is read by its own words.`
            : `${skill.name} is read as ${names.join(', ')}.`,
      )
    })
  },
}

/** Undefined where nothing is to be corrected. */
function wantedOf({ values }: Given): string[] | 'undo' | undefined {
  const as = Array.isArray(values.as) ? values.as.filter((one) => typeof one === 'string') : []
  const said = [as.length > 0, values['own-words'] === true, values.undo === true].filter(Boolean).length
  if (said > 1) throw new UsageFailure('Give one of --as, --own-words and --undo.')
  if (values.undo === true) return 'undo'
  return as.length > 0 || values['own-words'] === true ? as : undefined
}

async function correct(
  { connection, digest }: EvidenceData,
  skill: Skill,
  known: string[] | null,
): Promise<LinkCorrections> {
  const before = await readLinks(connection)
  const headers: Record<string, string> =
    before === null ? { 'if-none-match': '*' } : { 'if-match': `"${before.revisionId}"` }
  const body = { frameworkDigest: digest, skill: skill.id, known, revisionId: randomUUID() }
  return (await connection.call<LinkCorrections>('PUT', '/api/skill-links', { headers, body })).body
}

async function list(
  given: Given,
  terminal: Terminal,
  { connection, framework }: EvidenceData,
  learned: Framework,
): Promise<void> {
  const corrections = correctionsIn(framework, (await readLinks(connection))?.corrections ?? [])
  const rows = explainLinks(loadDecoder(), framework).map((link) => ({
    ...link,
    corrected: corrections.find(({ skill }) => skill === link.skill)?.known ?? null,
  }))
  if (given.json) return printJson(terminal, rows)
  const shown = rows.filter(
    ({ isLearned, corrected }) => given.values.all === true || !isLearned || corrected !== null,
  )
  bullets(
    terminal,
    shown.map(({ skill, isLearned, found, corrected }) => {
      const name = nameIn(framework, skill)
      if (corrected !== null) {
        const names = corrected.map((id) => nameIn(learned, id)).join(', ')
        return `${name}: ${names === '' ? 'by its own words' : names} (you said so)`
      }
      if (isLearned) return `${name}: the reader learned this skill`
      const near = found.map(({ skill: id, share, words }) => {
        const by = words.length === 0 ? '' : `, by ${words.map((one) => `“${one}”`).join(', ')}`
        return `${nameIn(learned, id)} (${sureness(share)}${by})`
      })
      return `${name}: ${near.length === 0 ? 'by its own words' : near.join('; ')}`
    }),
  )
  const others = rows.length - shown.length
  if (others > 0)
    remark(
      terminal,
      shown.length === 0
        ? `The reader learned every skill of ${framework.name}.`
        : `The reader learned ${others} more itself; --all lists them.`,
    )
}

function sureness(share: number): string {
  return share >= VERY_LIKELY ? 'very likely' : share >= LIKELY ? 'likely' : 'perhaps'
}

function nameIn(framework: Framework, id: string): string {
  return framework.skills.find((skill) => skill.id === id)?.name ?? id
}
