// What a framework's files had left out: it is not written back, so that it stays an assumption.
import type { Assumption, Framework } from '../framework/framework.ts'

/** Whether Skillmap assumed the field because the files did not give it. */
export function wasLeftOut(framework: Framework, where: string, field: string): boolean {
  return framework.assumptions.some((one) => one.where === where && one.field === field)
}

/** What reading finds by itself, because something is not in the files; everything else has to be written down. */
const NOTED_ON_READING: [RegExp, RegExp][] = [
  [
    /^framework\.yaml$/,
    /^(language|practice_hours_per_week|bands|layout|groups \/ .* \/ colour|paths \/ .* \/ pattern)$/,
  ],
  [/^roles\.yaml$/, /^(preset|.* \/ code)$/],
  [/^skills\/.*\.md$/, /^(kind|prerequisites|weeks|observability|access)$/],
  [/^expectations\.csv$/, /^weight$/],
]

/** Such as the order of roles in a ladder that was imported: the files hold it as if somebody had said it. */
export function assumptionsToWrite({ assumptions }: Framework): Assumption[] {
  return assumptions.filter(
    ({ where, field }) => !NOTED_ON_READING.some(([file, name]) => file.test(where) && name.test(field)),
  )
}

/** How many weights were assumed; the assumption counts rows and does not name them. */
export function countLeftOutWeights(framework: Framework): number {
  const assumption = framework.assumptions.find(
    (one) => one.where === 'expectations.csv' && one.field === 'weight',
  )
  return Number(/\((\d+) rows?\)/.exec(assumption?.assumed ?? '')?.[1] ?? 0)
}

/** The list, or nothing where it is empty. */
export function unlessEmpty<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list
}
