// Guesses the columns of a table that is a list: its headings say what they hold.
import type { ColumnMeaning } from './import-source.ts'
import { guessed, type Looked, looksLikeGrid, type Shape } from './looked-column.ts'

/** A list says in its headings what its columns hold, and what it says is enough for a statement. */
export function isList(columns: Looked[]): boolean {
  const has = asker(columns)
  const hasSubject = has('skill') || has('role') || has('person')
  const says =
    (has('level') && (has('skill') || has('text'))) ||
    has('text') ||
    has('definition') ||
    (has('weight') && has('skill'))
  const isRoles = has('role') && (has('path') || has('band') || has('purpose'))
  const isEnough = (hasSubject && says) || isRoles || isScale(columns)
  return isEnough && columns.filter(looksLikeGrid).length < 2
}

/** Levels with their names, of no skill and no role. */
function isScale(columns: Looked[]): boolean {
  const has = asker(columns)
  const isNamed = has('levelName') || columns.some(({ heading }) => /^names?$/i.test(heading))
  return has('level') && isNamed && !has('skill') && !has('role') && !has('person')
}

function asker(columns: Looked[]): (meaning: ColumnMeaning) => boolean {
  return (meaning) => columns.some((column) => column.meaning === meaning)
}

export function listGuess(columns: Looked[]): Shape {
  const named = columns.flatMap(({ meaning, heading }) =>
    meaning === undefined || meaning === 'ignored' ? [] : heading,
  )
  return {
    use: true,
    columns: columns.map((column) =>
      guessed(column, listMeaning(column, columns), column.meaning === undefined ? 0.5 : 0.9),
    ),
    across: null,
    cells: null,
    confidence: 0.9,
    why: `The headings name what the columns hold: ${named.slice(0, 6).join(', ')}.`,
  }
}

/** Of two columns for the same thing one is the better; free columns of a list are not needed. */
function listMeaning(column: Looked, columns: Looked[]): ColumnMeaning {
  const { meaning } = column
  const has = asker(columns)
  if (meaning === undefined) return freeMeaning(column, columns)
  if (meaning === 'text') return textMeaning(has)
  const same = columns.filter((other) => other.meaning === meaning)
  if (meaning === 'ignored' || same.length === 1) return meaning
  if (meaning === 'skill') {
    const finest = same.reduce((best, next) => (next.profile.distinct > best.profile.distinct ? next : best))
    return column === finest ? 'skill' : has('group') ? 'ignored' : 'group'
  }
  if (meaning === 'level' && has('role') && !has('person')) return levelBesideRole(column, same, has)
  const preferred =
    meaning === 'level' ? same.find(({ heading }) => /current|rating|self|score/i.test(heading)) : undefined
  return column === (has('person') ? (preferred ?? same[0]) : same[0]) ? meaning : 'ignored'
}

/** Of a column whose heading could be anything: sentences of a list that has none yet. */
function freeMeaning({ heading, profile }: Looked, columns: Looked[]): ColumnMeaning {
  const has = asker(columns)
  if (isScale(columns) && /^names?$/i.test(heading)) return 'levelName'
  const isText = profile.sentences >= 0.5 && has('skill') && !has('text') && !has('definition')
  return isText &&
    columns.filter((one) => one.meaning === undefined && one.profile.sentences >= 0.5).length === 1
    ? textMeaning(has)
    : 'ignored'
}

/** "Level" beside a title is the grade of the role where another column says what is expected in the skill. */
function levelBesideRole(
  column: Looked,
  same: Looked[],
  has: (meaning: ColumnMeaning) => boolean,
): ColumnMeaning {
  const expected = same.find(({ heading }) =>
    /expect|required|target|proficien|skill|soll|erwart/i.test(heading),
  )
  const level = expected ?? same[0]
  if (column === level) return 'level'
  return expected !== undefined && !has('band') && /^(career |job )?levels?$/i.test(column.heading)
    ? 'band'
    : 'ignored'
}

/** A sentence about a skill, of no role and no level, says what the skill is; in a list of roles, what the role is for. */
function textMeaning(has: (meaning: ColumnMeaning) => boolean): ColumnMeaning {
  if (has('role') && !has('skill') && !has('level') && (has('path') || has('band')))
    return has('purpose') ? 'ignored' : 'purpose'
  return !has('role') && !has('level') && !has('person') ? 'definition' : 'text'
}
