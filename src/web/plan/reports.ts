// From what a form says to reports that are kept, and back again.
import type { GrowthArea } from '../../core/plan/plan.ts'
import type { PlanState } from '../../core/plan/plan-state.ts'
import type { ProgressContent, ProgressEntry } from '../../core/progress/progress.ts'
import type { KeptPlan, Report } from './use-kept-plan.ts'

interface Said extends Omit<ProgressContent, 'note'> {
  /** Null where it was not asked for. */
  note: string | null
  skill: string
  level: number
}

/** What the form does not ask for, practices and note, stays as it was said before. */
export function reportOf(
  entries: readonly ProgressEntry[],
  week: string,
  { skill, level, hours, done, practices, note }: Said,
  areas: readonly GrowthArea[],
): Report {
  const earlier =
    entries.find((entry) => entry.week === week && entry.skill === skill && entry.level === level) ?? null
  const offered = areas.flatMap((area) => area.practices.map(({ id }) => id))
  const others = earlier?.practices.filter((id) => !offered.includes(id)) ?? []
  return {
    key: { week, skill, level },
    content: { hours, practices: [...others, ...practices], done, note: note ?? earlier?.note ?? '' },
    earlier,
  }
}

/** Whether it would change anything. */
export function saysMore({ content, earlier }: Report): boolean {
  const essence = ({ hours, practices, done, note }: ProgressContent) =>
    JSON.stringify([hours, practices.toSorted(), done, note])
  return earlier === null || essence(content) !== essence(earlier)
}

/** Takes reports back: new ones are withdrawn, corrected ones say again what they said before. Null where it went wrong. */
export async function undoReports(kept: KeptPlan, reports: readonly Report[]): Promise<PlanState | null> {
  const now = ({ key }: Report) =>
    kept.entries.filter(
      ({ week, skill, level }) => week === key.week && skill === key.skill && level === key.level,
    )
  const fresh = reports.filter(({ earlier }) => earlier === null).flatMap(now)
  const corrected = reports.flatMap((report) =>
    report.earlier === null
      ? []
      : [{ key: report.key, content: report.earlier, earlier: now(report)[0] ?? null }],
  )
  const withdrawn = fresh.length > 0 ? await kept.takeBack(fresh) : kept.state
  return withdrawn !== null && corrected.length > 0 ? kept.report(corrected) : withdrawn
}
