// What somebody reads in their own record of whoever they report to: not that person's last day while it is ahead.
import type { Effect, PlaceLine } from './people-list.ts'

interface Period {
  until: string | null
}

interface ManagerLine extends Period {
  managerId: string
}

/** Last days by id, of whoever has one. */
export type LastDays = ReadonlyMap<string, string | null>

/** As long as a line ends with a last day of the other one that is ahead, it stands as if it went on. */
export function untilTold(
  { managerId, until }: ManagerLine,
  lastDays: LastDays,
  today: string,
): string | null {
  return until !== null && until >= today && lastDays.get(managerId) === until ? null : until
}

export function linesTold(lines: readonly PlaceLine[], lastDays: LastDays, today: string): PlaceLine[] {
  return lines.map((line) =>
    line.kind === 'manager'
      ? { ...line, until: untilTold({ managerId: line.value, until: line.until }, lastDays, today) }
      : line,
  )
}

interface ChangeOfOne {
  effects: readonly Effect[]
  /** How many people it changed. */
  people: number
}

/**
 * What a change did, without ends of reporting to somebody who leaves. Such an end comes with a change of both: it is told
 * once the day has come, and never where it was moved or taken back before that.
 */
export function effectsTold(
  { effects, people }: ChangeOfOne,
  lines: readonly PlaceLine[],
  { lastDays, today }: { lastDays: LastDays; today: string },
): Effect[] {
  // Whoever leaves themselves knows it.
  if (effects.some(({ kind }) => kind === 'left')) return [...effects]
  return effects.flatMap((effect): Effect[] => {
    if (effect.kind !== 'line' || effect.line.kind !== 'manager') return [effect]
    const { line, before, after } = effect
    const until = untilTold({ managerId: line.value, until: after.until }, lastDays, today)
    if (before === null) return [{ ...effect, after: { until } }]
    const holds = lines.find(({ id }) => id === line.id)?.until === after.until
    return people === 1 || (holds && until !== null) ? [effect] : []
  })
}
