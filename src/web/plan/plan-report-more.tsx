// What a report may say besides hours: which practices of the step were done, and a line of one's own.
import { useId } from 'react'
import type { GrowthArea } from '../../core/plan/plan.ts'
import type { ProgressEntry } from '../../core/progress/progress.ts'
import { LONGEST_NOTE } from '../../core/progress/progress.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { progressWords } from '../words/progress.ts'

interface Props {
  area: GrowthArea
  /** Tells the fields of one step from those of another. */
  index: number
  /** What was said of this week before. */
  entry: ProgressEntry | undefined
}

export function PlanReportMore(props: Props) {
  const { area, index, entry } = props
  const id = useId()
  const [done, note] = [entry?.practices ?? [], entry?.note ?? '']
  return (
    <div className="plan-report-more">
      <Disclosure
        summary={
          <>
            {progressWords.more}
            <span className="visually-hidden">: {area.name}</span>
          </>
        }
        open={done.length > 0 || note !== ''}
      >
        <ReportPractices {...props} />
        <div className="field">
          <label htmlFor={id}>{progressWords.note}</label>
          <input
            id={id}
            name={`note ${index}`}
            className="input"
            type="text"
            maxLength={LONGEST_NOTE}
            defaultValue={note}
          />
        </div>
      </Disclosure>
    </div>
  )
}

/** Which of the practices were done. */
export function ReportPractices({ area, index, entry }: Props) {
  const practices = practicesOf(area)
  if (practices.length === 0) return null
  return (
    <fieldset className="plan-report-practices stack-s">
      <legend className="small quiet">
        {progressWords.practices}
        <span className="visually-hidden">: {area.name}</span>
      </legend>
      {practices.map((practice) => (
        <label key={practice.id} className="plan-report-practice">
          <input
            type="checkbox"
            name={`practice ${index}`}
            value={practice.id}
            defaultChecked={entry?.practices.includes(practice.id) ?? false}
          />
          <span>{practice.text}</span>
        </label>
      ))}
    </fieldset>
  )
}

/** Practices of the framework; a sentence that stands in for one has no id and cannot be ticked. */
function practicesOf({ practices }: GrowthArea): { id: string; text: string }[] {
  return practices.flatMap(({ id, text }) => (id === null ? [] : [{ id, text }]))
}
