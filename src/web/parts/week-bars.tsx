// A typical week, or two of them one above the other: before and after.
import type { Framework } from '../../core/framework/framework.ts'
import { weekWords } from '../words/week.ts'

type Week = Record<string, number> | undefined

export function WeekBars(props: {
  framework: Framework
  now: Week
  after?: Week
  nowName: string
  afterName?: string
}) {
  const { framework, now, after, nowName, afterName } = props
  if (!now || framework.weekParts.length === 0) return <p className="quiet">{weekWords.unknown}</p>
  const widest = Math.max(
    ...framework.weekParts.flatMap((part) => [now[part.id] ?? 0, after?.[part.id] ?? 0]),
    1,
  )
  return (
    <table className="week">
      <caption className="visually-hidden">
        {weekWords.caption(nowName, after ? afterName : undefined)}
      </caption>
      <thead className={after ? undefined : 'visually-hidden'}>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{weekWords.part}</span>
          </th>
          <th scope="col">
            <span className="week-name" data-which={after ? 'now' : 'then'}>
              {nowName}
            </span>
          </th>
          {after ? (
            <th scope="col">
              <span className="week-name" data-which="then">
                {afterName}
              </span>
            </th>
          ) : null}
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
