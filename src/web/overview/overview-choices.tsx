// Which figures are shown: of which release, of which team, and what stands side by side.
import { Link, useNavigate } from '@tanstack/react-router'
import { useId } from 'react'
import { dateWords } from '../words/date.ts'
import { overviewWords as words } from '../words/overview.ts'
import type { Overview, OverviewAsked, OverviewRows } from './api-overview.ts'

const ROWS: readonly OverviewRows[] = ['team', 'path', 'role']

export function OverviewChoices({ overview, asked }: { overview: Overview; asked: OverviewAsked }) {
  const navigate = useNavigate()
  const id = useId()
  const go = (next: OverviewAsked) =>
    navigate({ to: '/organisation/overview', search: { ...asked, ...next }, replace: true })
  return (
    <div className="overview-choices">
      <Chain overview={overview} asked={asked} />
      <fieldset className="field">
        <legend className="field-label">{words.rowsLabel}</legend>
        <div className="choices">
          {ROWS.map((by) => (
            <label key={by} className="choice">
              <input
                type="radio"
                name={`${id}-by`}
                checked={(asked.by ?? 'team') === by}
                onChange={() => go({ by })}
              />
              <span>{words.by[by]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {overview.releases.length > 1 ? (
        <div className="field">
          <label htmlFor={`${id}-release`}>{words.releaseLabel}</label>
          <select
            id={`${id}-release`}
            className="select"
            value={overview.release?.id}
            onChange={(event) => go({ release: event.target.value })}
          >
            {overview.releases.map((release) => (
              <option key={release.id} value={release.id}>
                {dateWords.day(release.releasedOn)}
              </option>
            ))}
          </select>
        </div>
      ) : null}
    </div>
  )
}

/** From the whole organisation down to the team that is shown; each leads back up. */
function Chain({ overview, asked }: { overview: Overview; asked: OverviewAsked }) {
  const chain: { id: string; name: string }[] = []
  for (let at = overview.teams.find(({ id }) => id === asked.team); at !== undefined; ) {
    const { id, name, parentId } = at
    if (chain.some((one) => one.id === id)) break
    chain.unshift({ id, name })
    at = overview.teams.find((team) => team.id === parentId)
  }
  return (
    <nav className="overview-chain" aria-label={words.where}>
      <ol>
        {[{ id: undefined, name: words.everybody }, ...chain].map(({ id, name }) => (
          <li key={id ?? ''}>
            {id === asked.team ? (
              <span aria-current="page">{name}</span>
            ) : (
              <Link to="/organisation/overview" search={{ ...asked, team: id }}>
                {name}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
