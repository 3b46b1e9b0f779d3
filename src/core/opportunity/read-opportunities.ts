// Reads pieces of work from a table in text: a row for each, a heading for each column, and what did not fit.

import type { Framework } from '../framework/framework.ts'
import { findSkill, topLevel } from '../framework/look-up.ts'
import { nearestWord } from '../framework/nearest-word.ts'
import { readDelimited } from '../importing/delimited.ts'
import { keyOf } from '../importing/naming.ts'
import {
  type ExercisedSkill,
  MOST_OPPORTUNITIES,
  MOST_SKILLS_OF_WORK,
  type OpportunityKind,
  weeksEach,
} from './opportunity.ts'
import { readQuarter } from './quarter.ts'

export interface ReadOpportunity {
  line: number
  title: string
  about: string
  kind: OpportunityKind
  quarter: string
  people: number
  weeks: number
  skills: ExercisedSkill[]
}

export interface ReadingOfWork {
  opportunities: ReadOpportunity[]
  /** What was not understood, and what was made of it. */
  notes: { line: number; message: string }[]
}

type Column = 'title' | 'about' | 'kind' | 'quarter' | 'people' | 'weeks' | 'personWeeks' | 'skills'

const HEADINGS: Record<Column, RegExp> = {
  title: /^(title|work|piece of work|name|what|project|epic)$/,
  about: /^(about|description|details|notes?)$/,
  kind: /^(kind|type|category)$/,
  quarter: /^(quarter|when)$/,
  people: /^(people|persons|seats|how many|headcount)$/,
  weeks: /^(weeks|weeks each|weeks per person|weeks for each person)$/,
  personWeeks: /^(person weeks|person-weeks|capacity|effort)$/,
  skills: /^(skills?|exercises|skills exercised)$/,
}

const KINDS: Record<OpportunityKind, RegExp> = {
  stretch: /stretch|growth|new/i,
  glue: /glue|coordination/i,
  steady: /steady|keep|lights|ktlo|run|maintenance|operat/i,
}

/** `fallback`: the quarter of rows that name none. */
export function readOpportunities(text: string, framework: Framework, fallback: string): ReadingOfWork {
  const table = readDelimited(text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n'))
  const [head, ...rows] = table?.rows ?? []
  if (head === undefined)
    return {
      opportunities: [],
      notes: [{ line: 1, message: 'This is no table: it needs headings and rows.' }],
    }
  const columns = new Map<Column, number>()
  for (const [index, cell] of head.cells.entries()) {
    const column = (Object.keys(HEADINGS) as Column[]).find((one) =>
      HEADINGS[one].test(cell.trim().toLowerCase()),
    )
    if (column !== undefined && !columns.has(column)) columns.set(column, index)
  }
  if (!columns.has('title'))
    return {
      opportunities: [],
      notes: [{ line: head.line, message: 'No column is headed “title” or “work”.' }],
    }
  const notes = (table?.faults ?? []).map(({ line, message, mend }) => ({
    line,
    message: `${message} ${mend}`,
  }))
  const opportunities = rows.slice(0, MOST_OPPORTUNITIES).flatMap(({ line, cells }) => {
    const cell = (column: Column) => cells[columns.get(column) ?? -1] ?? ''
    return readRow(line, cell, { framework, fallback, note: (message) => void notes.push({ line, message }) })
  })
  if (rows.length > MOST_OPPORTUNITIES)
    notes.push({
      line: rows[MOST_OPPORTUNITIES]?.line ?? 0,
      message: `Only the first ${MOST_OPPORTUNITIES} rows were read.`,
    })
  return { opportunities, notes }
}

interface RowNeeds {
  framework: Framework
  fallback: string
  note: (message: string) => void
}

function readRow(line: number, cell: (column: Column) => string, needs: RowNeeds): ReadOpportunity[] {
  const { fallback, note } = needs
  const title = cell('title').slice(0, 200)
  if (title === '') {
    note('A row without a title was left out.')
    return []
  }
  const quarter = readQuarter(cell('quarter'))
  if (quarter === undefined && cell('quarter') !== '')
    note(`“${cell('quarter').slice(0, 40)}” is no quarter: ${fallback} was taken.`)
  const people = readNumber(cell('people'), 1, 1, 50)
  const total = cell('personWeeks')
  const weeks =
    cell('weeks') === '' && total !== ''
      ? weeksEach(readNumber(total, people, 0.1, 26 * people), people)
      : readNumber(cell('weeks'), 2, 0.1, 26)
  if (cell('weeks') === '' && total === '') note('It names no weeks: two for each person were taken.')
  const kind = (Object.keys(KINDS) as OpportunityKind[]).find((one) => KINDS[one].test(cell('kind')))
  if (kind === undefined && cell('kind') !== '')
    note(`“${cell('kind').slice(0, 40)}” is no kind of work: keeping things running was taken.`)
  return [
    {
      line,
      title,
      about: cell('about').slice(0, 4000),
      kind: kind ?? 'steady',
      quarter: quarter ?? fallback,
      people: Math.round(people),
      weeks: Math.round(weeks * 10) / 10,
      skills: readSkills(cell('skills'), needs),
    },
  ]
}

/** `Mentoring 3; written-communication: 4`; a skill without a level takes the middle of the scale. */
function readSkills(text: string, { framework, note }: RowNeeds): ExercisedSkill[] {
  const top = topLevel(framework)
  const found = new Map<string, number>()
  for (const part of text.split(/[;\n|]/).map((one) => one.trim())) {
    if (part === '') continue
    const [, name = part, level] = /^(.*?)[\s:=(]*(\d{1,2})?\)?$/.exec(part) ?? []
    const skill = skillNamed(framework, name)
    if (skill === undefined || findSkill(framework, skill)?.private) {
      const nearest = nearestWord(
        name,
        framework.skills.map((one) => one.name),
      )
      note(
        `“${name.slice(0, 60)}” is no skill here.${nearest === undefined ? '' : ` Is “${nearest}” meant?`}`,
      )
    } else if (found.size < MOST_SKILLS_OF_WORK)
      found.set(skill, Math.min(top, Math.max(1, level === undefined ? Math.ceil(top / 2) : Number(level))))
  }
  return [...found].map(([skill, level]) => ({ skill, level }))
}

/** By id, by name, or by the beginning of a name where only one skill begins like this. */
function skillNamed(framework: Framework, name: string): string | undefined {
  const wanted = keyOf(name)
  const begin = framework.skills.filter((one) => keyOf(one.name).startsWith(wanted))
  return (
    findSkill(framework, name.trim())?.id ??
    framework.skills.find((one) => keyOf(one.name) === wanted)?.id ??
    (wanted !== '' && begin.length === 1 ? begin[0]?.id : undefined)
  )
}

function readNumber(text: string, otherwise: number, least: number, most: number): number {
  const value = Number(text.replace(',', '.').replace(/[^\d.].*$/, ''))
  return text === '' || !Number.isFinite(value) || value <= 0
    ? otherwise
    : Math.min(most, Math.max(least, value))
}
