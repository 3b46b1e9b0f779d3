// The heat map: a table of middle levels, shaded, so that what is seen can be read as well.
import { Link, useSearch } from '@tanstack/react-router'
import { Fragment, useId } from 'react'
import type { Framework } from '../../core/framework/framework.ts'
import { topLevel } from '../../core/framework/look-up.ts'
import { meanLevel } from '../../core/sealing/read-figures.ts'
import type { Cell, CellFigures } from '../../core/sealing/release.ts'
import { groupColours } from '../parts/group-dot.tsx'
import { overviewWords as words } from '../words/overview.ts'
import type { OverviewRows } from './api-overview.ts'

interface Column {
  cell: Cell
  name: string
}

interface Props {
  framework: Framework
  whole: Cell
  rows: readonly Column[]
  by: OverviewRows
  /** What the first column is called. */
  wholeName: string
}

export function OverviewMap({ framework, whole, rows, by, wholeName }: Props) {
  const id = useId()
  const columns: Column[] = [{ cell: whole, name: wholeName }, ...rows]
  const groups = framework.groups
    .map((group) => ({
      group,
      skills: framework.skills.filter((skill) => skill.group === group.id && whole.skills[skill.id]),
    }))
    .filter(({ skills }) => skills.length > 0)
  const shown = groups.reduce((count, { skills }) => count + skills.length, 0)
  return (
    <section className="section stack-s">
      <h2 id={id}>{words.map}</h2>
      <p>{words.reading(shown, rows.length, words.kinds[by](rows.length))}</p>
      {rows.length === 0 ? <p>{words.noRows(words.kinds[by](2))}</p> : null}
      <p className="small quiet">{words.mapHelp}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className="overview-box" aria-labelledby={id} tabIndex={0}>
        <table className="overview-map">
          <thead>
            <tr>
              <th scope="col" className="overview-map-skill overview-map-corner">
                {words.skill}
              </th>
              {columns.map(({ cell, name }, at) => (
                <th key={keyOf(cell)} scope="col">
                  <span className="overview-map-name">
                    {at > 0 && by === 'team' ? <Down team={cell.team} name={name} /> : name}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {groups.map(({ group, skills }) => (
              <Fragment key={group.id}>
                <tr>
                  <th scope="colgroup" className="overview-map-group" colSpan={columns.length + 1}>
                    <span className="group-dot" style={groupColours(group)} aria-hidden="true" /> {group.name}
                  </th>
                </tr>
                {skills.map((skill) => (
                  <tr key={skill.id} style={groupColours(group)}>
                    <th scope="row" className="overview-map-skill">
                      {skill.name}
                    </th>
                    {columns.map(({ cell, name }) => (
                      <Shade
                        key={keyOf(cell)}
                        figures={cell.skills[skill.id]}
                        name={name}
                        top={topLevel(framework)}
                      />
                    ))}
                  </tr>
                ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

const keyOf = ({ team, path, role }: Cell) => `${team} ${path} ${role}`

/** A team's column leads to the teams below it. */
function Down({ team, name }: { team: string | null; name: string }) {
  const asked = useSearch({ from: '/organisation/overview' })
  return (
    <Link to="/organisation/overview" search={{ ...asked, ...(team === null ? {} : { team }) }}>
      {name}
    </Link>
  )
}

function Shade({ figures, name, top }: { figures: CellFigures | undefined; name: string; top: number }) {
  if (figures === undefined)
    return (
      <td title={words.none}>
        <span className="visually-hidden">{words.none}</span>
      </td>
    )
  const mean = meanLevel(figures)
  return (
    <td
      className="overview-map-shade"
      title={words.cell(name, words.mean(mean), figures.people)}
      style={{ '--strength': `${Math.round((55 * mean) / top)}%` } as React.CSSProperties}
    >
      {words.mean(mean)}
    </td>
  )
}
