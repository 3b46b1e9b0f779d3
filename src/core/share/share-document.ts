// A share file as a page to read: what the person is working on, where they stand, what they did and what they were told.

import {
  blocksOfText,
  type DocumentBlock,
  fact,
  heading,
  type Line,
  label,
  own,
  type PacketDocument,
  said,
} from '../packet/packet-document.ts'
import { longDay } from '../packet/packet-labels.ts'
import type {
  ShareContent,
  SharedArea,
  SharedEvidence,
  SharedItem,
  SharedLevel,
  SharedWords,
} from './share.ts'

type OfKind<Kind extends SharedItem['kind']> = Extract<SharedItem, { kind: Kind }>

/** The page's blocks. Every word is the person's own, a quotation, a fact or one of a few fixed labels. */
export function shareDocument(content: ShareContent): PacketDocument {
  const { from, to, words, sharedOn, framework, role } = content
  const of = <Kind extends SharedItem['kind']>(kind: Kind) =>
    content.items.filter((item): item is OfKind<Kind> => item.kind === kind)
  const facts: Line = [
    label('Shared on '),
    fact(longDay(sharedOn)),
    ...(to === '' ? [] : [label(' with '), fact(to)]),
    ...(role === null ? [] : [label('. Role: '), fact(role.name)]),
    label('. Levels of '),
    fact(`${framework.name} ${framework.version}`),
    label(`, 0 to ${framework.topLevel}.`),
  ]
  return {
    title: from === '' ? 'Shared from Skillmap' : from,
    language: 'en',
    blocks: [
      heading(1, from === '' ? label('Shared from Skillmap') : own(from)),
      { kind: 'paragraph', quiet: true, line: facts },
      ...(words === '' ? [] : blocksOfText(words)),
      ...areaBlocks(of('area')),
      ...levelBlocks(of('level')),
      ...evidenceBlocks(of('evidence')),
      ...toldBlocks(of('told')),
      {
        kind: 'paragraph',
        quiet: true,
        line: [
          label(
            'A copy of the day above; it does not change. Whoever has this file can read all of it. It can be opened in a Skillmap of one’s own, under People.',
          ),
        ],
      },
    ],
  }
}

function areaBlocks(areas: readonly SharedArea[]): DocumentBlock[] {
  if (areas.length === 0) return []
  const items = areas.map(({ skill, level, quarter }): Line => {
    const when = quarter === '' ? [] : [label(', '), fact(quarter)]
    return [fact(skill.name), label(', towards level '), fact(String(level)), ...when]
  })
  return [heading(2, label('What I am working on')), { kind: 'list', items }]
}

function levelBlocks(levels: readonly SharedLevel[]): DocumentBlock[] {
  if (levels.length === 0) return []
  // A column in which nothing stands would only take the room of the others.
  const hasNotes = levels.some(({ own: mine }) => mine !== null && mine.note !== '')
  const rows = levels.map(({ skill, own: mine, likely }): Line[] => [
    [fact(skill.name)],
    mine === null ? [label('–')] : [fact(`${mine.level}${mine.approaching ? ', nearly the next' : ''}`)],
    likely === null ? [label('–')] : [fact(`${rounded(likely.low)} to ${rounded(likely.high)}`)],
    mine === null ? [] : [fact(longDay(mine.saidOn))],
    ...(hasNotes ? [mine === null ? [] : [own(mine.note)]] : []),
  ])
  const head = ['Skill', 'I say', 'Likely range', 'On', ...(hasNotes ? ['Note'] : [])]
  return [
    heading(2, label('Where I stand')),
    { kind: 'table', head: head.map((text): Line => [label(text)]), rows },
    {
      kind: 'paragraph',
      quiet: true,
      line: [
        label('The likely range is right about four times out of five, and uses everything that was said.'),
      ],
    },
  ]
}

const rounded = (level: number) => level.toFixed(1)

function evidenceBlocks(entries: readonly SharedEvidence[]): DocumentBlock[] {
  if (entries.length === 0) return []
  return [
    heading(2, label('What I did')),
    ...entries.flatMap((entry): DocumentBlock[] => [
      heading(3, fact(longDay(entry.happenedOn))),
      ...blocksOfText(entry.text),
      ...asideOf(entry),
    ]),
  ]
}

function asideOf({ skills, credit, links }: SharedEvidence): DocumentBlock[] {
  const shown = skills.map(({ skill, level }) =>
    level === null ? skill.name : `${skill.name}, level ${level}`,
  )
  const line: Line = [
    ...(shown.length === 0 ? [] : [label('Shows: '), fact(shown.join('; ')), label('. ')]),
    ...(credit.length === 0 ? [] : [label('With '), own(credit.join(', ')), label('. ')]),
    ...links.flatMap((link): Line => [{ text: link, from: 'own', href: link }, label(' ')]),
  ]
  return line.length === 0 ? [] : [{ kind: 'paragraph', quiet: true, line }]
}

function toldBlocks(told: readonly SharedWords[]): DocumentBlock[] {
  if (told.length === 0) return []
  return [
    heading(2, label('What I was told')),
    ...told.map(({ text, saidBy, saidOn, skills }): DocumentBlock => {
      const about =
        skills.length === 0 ? [] : [label(', on '), fact(skills.map(({ name }) => name).join(', '))]
      const by: Line = [
        ...(saidBy === null ? [] : [own(saidBy), label(', ')]),
        fact(longDay(saidOn)),
        ...about,
      ]
      return { kind: 'quote', line: [said(text)], by }
    }),
  ]
}
