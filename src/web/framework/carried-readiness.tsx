// How much of each destination is met, before and after a move to another version.
import type { Framework } from '../../core/framework/framework.ts'
import type { CarriedPicture } from '../../core/revision/carried-picture.ts'
import { carryOverWords } from '../words/carry-over.ts'
import { roleName } from '../words/names.ts'

export function CarriedReadinessTable(props: {
  before: Framework
  after: Framework
  picture: CarriedPicture
}) {
  const rows = props.picture.readiness.filter((row) => row.after !== null)
  if (rows.length === 0) return null
  return (
    <section className="section stack">
      <h2>{carryOverWords.standing}</h2>
      <p className="quiet small">{carryOverWords.readinessHelp}</p>
      <div className="scroll-x">
        <table className="data-table carry-table">
          <thead>
            <tr>
              <th scope="col">{carryOverWords.role}</th>
              <th scope="col">{carryOverWords.before}</th>
              <th scope="col">{carryOverWords.after}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.roleBefore}>
                <th scope="row">{roleName(props.after, row.roleAfter ?? '')}</th>
                {[row.before, row.after].map((one, index) => (
                  <td key={index === 0 ? 'before' : 'after'}>
                    {one?.rough.words}
                    <br />
                    <span className="small quiet">{carryOverWords.criticalGaps(one?.criticalGaps ?? 0)}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
