// The figures of one release: the heat map, skills in short supply, skill by skill, and the framework itself.
import { useSuspenseQuery } from '@tanstack/react-query'
import type { Framework } from '../../core/framework/framework.ts'
import { findRole } from '../../core/framework/look-up.ts'
import { shortSkills } from '../../core/sealing/read-figures.ts'
import type { Cell } from '../../core/sealing/release.ts'
import { frameworkQuery } from '../data/queries.ts'
import { overviewWords as words } from '../words/overview.ts'
import type { Overview, OverviewRows } from './api-overview.ts'
import { OverviewMap } from './overview-map.tsx'
import { OverviewQuality } from './overview-quality.tsx'
import { OverviewSkills } from './overview-skills.tsx'

interface Props {
  overview: Overview
  by: OverviewRows
  digest: string
}

export function OverviewFigures({ overview, by, digest }: Props) {
  const framework = useSuspenseQuery(frameworkQuery(digest)).data
  const { whole, rows } = overview
  const nameOf = (cell: Cell) => nameOfRow(cell, by, overview, framework)
  if (whole === null)
    return (
      <>
        <p>{words.nothingShown}</p>
        <OverviewQuality quality={overview.quality} framework={framework} />
      </>
    )
  const team = overview.teams.find(({ id }) => id === whole.team)?.name
  const wholeName = team === undefined ? words.everybody : words.allOf(team)
  const named = rows
    .map((cell) => ({ cell, name: nameOf(cell) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'))
  return (
    <>
      <OverviewMap framework={framework} whole={whole} rows={named} by={by} wholeName={wholeName} />
      <Short framework={framework} whole={whole} />
      <OverviewSkills framework={framework} overview={overview} whole={whole} />
      <OverviewQuality quality={overview.quality} framework={framework} />
    </>
  )
}

function nameOfRow(cell: Cell, by: OverviewRows, overview: Overview, framework: Framework): string {
  if (by === 'team') return overview.teams.find(({ id }) => id === cell.team)?.name ?? ''
  if (by === 'path') return framework.paths.find(({ id }) => id === cell.path)?.name ?? cell.path ?? ''
  return findRole(framework, cell.role ?? '')?.name ?? cell.role ?? ''
}

const MOST_SHORT = 8

function Short({ framework, whole }: { framework: Framework; whole: Cell }) {
  const short = shortSkills(whole).slice(0, MOST_SHORT)
  return (
    <section className="section stack-s">
      <h2>{words.short}</h2>
      <p className="small quiet">{words.shortAbout}</p>
      {short.length === 0 ? <p>{words.noneShort}</p> : null}
      <ul className="overview-short">
        {short.map(({ skill, missing, expected }) => (
          <li key={skill}>
            <span>{framework.skills.find(({ id }) => id === skill)?.name ?? skill}</span>
            <span className="overview-bar" aria-hidden="true">
              <span style={{ inlineSize: `${(100 * missing) / expected}%` }} />
            </span>
            <span className="small">{words.shortLine(missing, expected)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
