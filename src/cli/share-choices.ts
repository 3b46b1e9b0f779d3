// Everything that can be handed over, in one list with numbers, as the command line shows it.
import type { ShareChoice } from '../core/share/build-share.ts'
import type { Share, ShareContent, SharedItem } from '../core/share/share.ts'
import { heading, paragraph } from './layout.ts'
import type { Terminal } from './terminal.ts'

/** What the API says can be shared, and what was. */
export interface ShareList {
  name: string | null
  choice: Record<keyof ShareChoice, string[]>
  content: ShareContent
  shares: Share[]
  unreadable: number
}

export interface NumberedChoice {
  number: number
  kind: keyof ShareChoice
  id: string
  line: string
}

const KINDS = [
  ['areas', 'area', 'Growth areas'],
  ['levels', 'level', 'Levels'],
  ['evidence', 'evidence', 'Entries of the journal'],
  ['told', 'told', 'Sentences that you were told'],
] as const
const LONGEST_LINE = 100

/** Areas and levels are known by their skill; entries and sentences stand in the order of their ids. */
export function numberedChoices({ choice, content }: ShareList): NumberedChoice[] {
  const all = KINDS.flatMap(([kind, itemKind]) => {
    const items = content.items.filter((item) => item.kind === itemKind)
    return choice[kind].map((id, index) => {
      const item =
        itemKind === 'area' || itemKind === 'level'
          ? items.find((one) => 'skill' in one && one.skill.id === id)
          : items[index]
      return { kind, id, line: item === undefined ? id : lineOf(item) }
    })
  })
  return all.map((one, index) => ({ number: index + 1, ...one }))
}

export function showChoices(terminal: Terminal, choices: readonly NumberedChoice[]): void {
  for (const [kind, , title] of KINDS) {
    const own = choices.filter((one) => one.kind === kind)
    if (own.length === 0) continue
    heading(terminal, title)
    for (const { number, line } of own) paragraph(terminal, `${number}. ${line}`, 2)
  }
}

/** The choice as the API takes it. */
export function chosenOf(choices: readonly NumberedChoice[], numbers: readonly number[]): ShareChoice {
  const of = (kind: keyof ShareChoice) =>
    choices.filter((one) => one.kind === kind && numbers.includes(one.number)).map(({ id }) => id)
  return { areas: of('areas'), levels: of('levels'), evidence: of('evidence'), told: of('told') }
}

function lineOf(item: SharedItem): string {
  switch (item.kind) {
    case 'area':
      return `${item.skill.name}, towards level ${item.level}, ${item.quarter}`
    case 'level': {
      const own = item.own === null ? [] : [`you say ${item.own.level}`]
      const range = item.likely
      const likely = range === null ? [] : [`likely ${range.low.toFixed(1)} to ${range.high.toFixed(1)}`]
      return [item.skill.name, ...own, ...likely].join(', ')
    }
    case 'evidence':
      return `${firstLine(item.text)} (${item.happenedOn})`
    case 'told':
      return `“${firstLine(item.text)}” (${[item.saidBy, item.saidOn].filter(Boolean).join(', ')})`
  }
}

function firstLine(text: string): string {
  const [line = ''] = text.trim().split('\n')
  return line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE).trimEnd()}…` : line
}
