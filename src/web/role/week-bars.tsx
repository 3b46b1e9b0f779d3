// A typical week, or two of them one above the other: before and after.
import type { Framework } from '../../core/framework/framework.ts'
import { weekWords } from '../words/week.ts'

type Week = Record<string, number> | undefined

interface WeekProps {
  framework: Framework
  now: Week
  after?: Week
  nowName: string
  afterName?: string
}

export function WeekBars(props: WeekProps) {
  const { framework, now, after, nowName, afterName } = props
  if (!now || framework.weekParts.length === 0) return <p className="quiet">{weekWords.unknown}</p>
  const widest = Math.max(
    ...framework.weekParts.flatMap((part) => [now[part.id] ?? 0, after?.[part.id] ?? 0]),
    1,
  )
  return (
    <div className="week">
      {after ? (
        <p className="week-names" aria-hidden="true">
          <span data-which="now">{nowName}</span>
          <span data-which="then">{afterName}</span>
        </p>
      ) : null}
      <WeekTable {...props} now={now} widest={widest} />
    </div>
  )
}

function WeekTable(props: WeekProps & { now: Record<string, number>; widest: number }) {
  const { framework, now, after, nowName, afterName, widest } = props
  return (
    <table>
      <caption className="visually-hidden">
        {weekWords.caption(nowName, after ? afterName : undefined)}
      </caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{weekWords.part}</th>
          <th scope="col">{nowName}</th>
          {after ? <th scope="col">{afterName}</th> : null}
          <td aria-hidden="true" />
        </tr>
      </thead>
      <tbody>
        {framework.weekParts.map((part) => {
          const before = now[part.id] ?? 0
          const later = after?.[part.id] ?? 0
          return (
            <tr key={part.id}>
              <th scope="row">{part.name}</th>
              <td>{before}%</td>
              {after ? (
                <td className="week-after" data-changed={before !== later || undefined}>
                  {later}%
                </td>
              ) : null}
              <td className="week-draw" aria-hidden="true">
                <span
                  className="week-bar"
                  data-which={after ? 'now' : 'then'}
                  style={{ inlineSize: `${(before / widest) * 100}%` }}
                />
                {after ? (
                  <span
                    className="week-bar"
                    data-which="then"
                    style={{ inlineSize: `${(later / widest) * 100}%` }}
                  />
                ) : null}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
