// Reads a table of people: its headings by their meaning, each row with its line, and what cannot be used.
import { readCsv } from '../framework/read-csv.ts'
import { readDelimited } from '../importing/delimited.ts'
import { readDay } from '../importing/read-day.ts'

export interface FileProblem {
  line: number
  message: string
  mend: string
}

export interface PersonRow {
  line: number
  name: string
  /** A key of the file's own, to tell two people of one name apart. */
  id: string
  team: string
  /** A name or an id. */
  manager: string
  role: string
  from: string | null
  left: string | null
}

export interface PeopleFile {
  rows: PersonRow[]
  problems: FileProblem[]
  /** Headings that were not used, with why. */
  unread: { heading: string; why: string }[]
  /** Columns that are there; what is not is left as it is. */
  columns: ReadonlySet<Column>
}

export type Column = 'name' | 'id' | 'team' | 'manager' | 'role' | 'from' | 'left' | 'given' | 'family'

/** In small letters, without signs; German ones too, because many lists come from payroll programs. */
const HEADINGS: Record<Column, string[]> = {
  name: [
    'name',
    'person',
    'employee',
    'full name',
    'display name',
    'displayname',
    'mitarbeiter',
    'mitarbeiterin',
    'mitarbeitende',
    'who',
  ],
  given: ['first name', 'given name', 'givenname', 'firstname', 'vorname'],
  family: ['last name', 'family name', 'familyname', 'surname', 'lastname', 'nachname'],
  id: [
    'id',
    'employee id',
    'employee number',
    'employeenumber',
    'personnel number',
    'key',
    'external id',
    'externalid',
    'personalnummer',
    'staff number',
  ],
  team: ['team', 'department', 'unit', 'squad', 'group', 'abteilung', 'bereich'],
  manager: [
    'manager',
    'reports to',
    'boss',
    'line manager',
    'supervisor',
    'lead',
    'manager name',
    'manager id',
    'vorgesetzter',
    'vorgesetzte',
    'führungskraft',
  ],
  role: ['role', 'title', 'job title', 'position', 'level', 'rolle', 'stelle'],
  from: [
    'from',
    'since',
    'start',
    'start date',
    'valid from',
    'effective from',
    'ab',
    'seit',
    'von',
    'eintritt',
  ],
  left: [
    'left',
    'last day',
    'end',
    'end date',
    'until',
    'leaving date',
    'left on',
    'bis',
    'austritt',
    'letzter tag',
  ],
}

/** What opens a door is not given out by a spreadsheet, in which a line slips easily and a sign-in cannot be undone. */
const WAYS_IN = ['subject', 'sub', 'provider subject', 'sso id', 'sso subject']

const MOST_PEOPLE = 20_000

export function readPeopleFile(text: string): PeopleFile {
  const clean = text.replace(/^\ufeff/, '').replaceAll(/\r\n?/g, '\n')
  const { rows, faults } = readDelimited(clean) ?? readCsv(clean)
  const [head, ...body] = rows
  const none = { rows: [], unread: [], columns: new Set<Column>() }
  if (head === undefined)
    return { ...none, problems: [problem(1, 'The file is empty.', 'Bring a table with a line of headings.')] }
  const headings = head.cells.map((cell) => columnOf(cell))
  const columns = new Set(headings.filter((one) => one !== null))
  const problems: FileProblem[] = [...faults]
  const twice = headings.find((one, at) => one !== null && headings.indexOf(one) !== at)
  if (twice !== undefined && twice !== null)
    problems.push(problem(head.line, `Two columns say the ${twice}.`, 'Keep one of them.'))
  if (!columns.has('name') && !(columns.has('given') && columns.has('family')))
    return {
      ...none,
      problems: [
        ...problems,
        problem(
          head.line,
          'No column says the name.',
          'Call one of the headings “name”. Others are id, team, manager, role, from and left.',
        ),
      ],
    }
  if (body.length > MOST_PEOPLE)
    return {
      ...none,
      problems: [
        problem(
          head.line,
          `There are ${body.length} lines; at most ${MOST_PEOPLE} are read.`,
          'Bring it in parts.',
        ),
      ],
    }
  const read = body.map(({ cells, line }) => readRow(cells, line, headings, problems))
  if (read.length === 0)
    problems.push(problem(head.line, 'Below the headings there is nobody.', 'Bring a line for each person.'))
  return { rows: read, problems, unread: unreadOf(head.cells, headings), columns }
}

function columnOf(heading: string): Column | null {
  const words = wordsOf(heading)
  const found = (Object.entries(HEADINGS) as [Column, string[]][]).find(([, names]) => names.includes(words))
  return found?.[0] ?? null
}

function wordsOf(heading: string): string {
  return heading
    .toLocaleLowerCase('en')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function unreadOf(cells: readonly string[], headings: readonly (Column | null)[]): PeopleFile['unread'] {
  return cells.flatMap((heading, at) => {
    if (headings[at] !== null || heading === '') return []
    const isMail = /mail/i.test(heading)
    const why = isMail
      ? 'Addresses are not kept: nobody is found or let in by an address.'
      : WAYS_IN.includes(wordsOf(heading))
        ? 'A file lets nobody in: send an invitation, or let the directory of your provider name people.'
        : 'Nothing is kept that this heading could stand for.'
    return [{ heading, why }]
  })
}

function readRow(
  cells: readonly string[],
  line: number,
  headings: readonly (Column | null)[],
  problems: FileProblem[],
): PersonRow {
  const value = (column: Column) => plain(cells[headings.indexOf(column)] ?? '')
  const day = (column: 'from' | 'left') => {
    const text = value(column)
    if (text === '') return null
    const found = readDay(text)
    if (found !== undefined && !found.ambiguous) return found.day
    const message =
      found === undefined
        ? `“${text}” is no day.`
        : `Of “${text}” nobody can tell which is the day and which the month.`
    problems.push(problem(line, message, 'Write it as year-month-day, such as 2026-11-23.'))
    return null
  }
  const name = value('name') || `${value('given')} ${value('family')}`.trim()
  if (name === '')
    problems.push(problem(line, 'This line has no name.', 'Write the name, or remove the line.'))
  else if (name.length > 200)
    problems.push(problem(line, 'This name is longer than 200 characters.', 'Shorten it.'))
  if (cells.length > headings.length)
    problems.push(
      problem(
        line,
        'This line has more values than there are headings.',
        'Put values that hold a comma or semicolon in quotes.',
      ),
    )
  const [from, left] = [day('from'), day('left')]
  if (from !== null && left !== null && left < from)
    problems.push(
      problem(line, `The last day ${left} is before the first, ${from}.`, 'Put the two days right.'),
    )
  return {
    ...{ line, name, from, left },
    id: value('id'),
    team: value('team'),
    manager: value('manager'),
    role: value('role'),
  }
}

function plain(text: string): string {
  // Postgres keeps neither NUL nor halves of characters.
  return text
    .replaceAll(/\p{Cc}|\p{Surrogate}/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

function problem(line: number, message: string, mend: string): FileProblem {
  return { line, message, mend }
}
