// What a framework's files had left out: it is not written back, so that it stays an assumption.
import type { Framework } from '../framework/framework.ts'

/** Whether Skillmap assumed the field because the files did not give it. */
export function wasLeftOut(framework: Framework, where: string, field: string): boolean {
  return framework.assumptions.some((one) => one.where === where && one.field === field)
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
