// skillmap told: what you were told and kept, by time, or of one skill.
import type { ListedFeedback } from '../../core/feedback/skills-here.ts'
import type { KeptPerson } from '../../core/person/kept-person.ts'
import { counted } from '../../core/planning/plain-words.ts'
import { skillNamed } from '../built-in.ts'
import { type Command, type Given, printJson } from '../command.ts'
import { type GrowthData, withGrowth } from '../growth-data.ts'
import { paragraph, remark } from '../layout.ts'
import type { Terminal } from '../terminal.ts'

interface Told {
  records: ListedFeedback[]
  unreadable: unknown[]
}

export const toldCommand: Command = {
  name: 'told',
  summary: 'What you were told and kept',
  usage: 'skillmap told [<skill>] [--aside]',
  about:
    'Lists the sentences that you kept under “I was told something”: what each is about, who said it and when. Nobody else sees them. “skillmap decode” reads a new sentence.',
  options: { '--aside': 'Those that you put aside, in place of the others.' },
  examples: ['skillmap told', 'skillmap told mentoring', 'skillmap told --json'],
  parse: { aside: { type: 'boolean' } },
  positionals: [0, 1],
  async run(given, terminal) {
    await withGrowth(given, terminal, async (data) => {
      const all = (await data.connection.call<Told>('GET', '/api/feedback')).body
      const told = { ...all, records: asked(given, data, all.records) }
      if (given.json) return printJson(terminal, told)
      const people = (await data.connection.call<KeptPerson[]>('GET', '/api/people')).body
      if (told.records.length === 0) remark(terminal, nothingOf(all))
      for (const record of told.records) printRecord(terminal, record, people)
      if (told.unreadable.length > 0)
        remark(terminal, `${counted(told.unreadable.length, 'record')} cannot be read: the key is missing.`)
    })
  },
}

function asked(
  given: Given,
  { framework }: GrowthData,
  records: readonly ListedFeedback[],
): ListedFeedback[] {
  const [word] = given.positionals
  const skill = word === undefined ? null : skillNamed(framework, word).id
  const isAside = given.values.aside === true
  return records.filter(
    ({ here, judgement }) =>
      (judgement === 'dismissed') === isAside && (skill === null || here.includes(skill)),
  )
}

function nothingOf({ records }: Told): string {
  if (records.length > 0) return 'Nothing that you kept fits.'
  return 'Nothing is kept here yet. “skillmap open” opens the page for it.'
}

function printRecord(terminal: Terminal, record: ListedFeedback, people: readonly KeptPerson[]): void {
  const who = people.find(({ id }) => id === record.saidBy)?.displayName
  const kind = record.polarity === 'strength' ? 'praise' : 'something missed'
  const about = record.names.length === 0 ? 'put aside' : `${record.names.join(', ')}, ${kind}`
  paragraph(terminal, `“${record.text}”`)
  remark(terminal, [record.saidOn, ...(who === undefined ? [] : [who]), about].join(' · '))
  terminal.out('')
}
