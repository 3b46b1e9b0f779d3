// Skill by skill: how many people are at which level, the middle, what changed, and what roles expect beyond it.
import type { Framework } from '../../core/framework/framework.ts'
import { expectedPeople, meanLevel, missingPeople, trendOf } from '../../core/sealing/read-figures.ts'
import type { Cell, CellFigures } from '../../core/sealing/release.ts'
import { useIsWide } from '../data/use-is-wide.ts'
import { dateWords } from '../words/date.ts'
import { overviewWords as words } from '../words/overview.ts'
import type { Overview } from './api-overview.ts'

interface Props {
  framework: Framework
  overview: Overview
  whole: Cell
}

export function OverviewSkills({ framework, overview, whole }: Props) {
  const { before, wholeBefore } = overview
  const skills = framework.skills.filter((skill) => whole.skills[skill.id])
  const isWide = useIsWide()
  if (!isWide)
    return (
      <section className="section stack-s">
        <h2>{words.figures}</h2>
        <ul className="overview-skills">
          {skills.map((skill) => (
            <Entry
              key={skill.id}
              name={skill.name}
              figures={whole.skills[skill.id] as CellFigures}
              before={wholeBefore?.skills[skill.id]}
              since={before === null ? null : dateWords.day(before.releasedOn)}
            />
          ))}
        </ul>
      </section>
    )
  return (
    <section className="section stack-s">
      <h2>{words.figures}</h2>
      <div className="scroll-x">
        <table className="data-table overview-table">
          <thead>
            <tr>
              <th scope="col">{words.skill}</th>
              <th scope="col">{words.levels}</th>
              <th scope="col" className="figure">
                {words.people}
              </th>
              <th scope="col" className="figure">
                {words.middle}
              </th>
              {before === null ? null : (
                <th scope="col" className="figure">
                  {words.change(dateWords.day(before.releasedOn))}
                </th>
              )}
              <th scope="col" className="figure">
                {words.missing}
              </th>
            </tr>
          </thead>
          <tbody>
            {skills.map((skill) => (
              <Row
                key={skill.id}
                name={skill.name}
                figures={whole.skills[skill.id] as CellFigures}
                before={wholeBefore?.skills[skill.id]}
                compares={before !== null}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

interface RowProps {
  name: string
  figures: CellFigures
  before: CellFigures | undefined
  compares: boolean
}

function Row({ name, figures, before, compares }: RowProps) {
  const trend = trendOf(figures, before)
  const expected = expectedPeople(figures)
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <Distribution counts={figures.counts} people={figures.people} />
      </td>
      <td className="figure">
        {figures.people}
        {figures.repeated > 0 ? (
          <span className="small quiet"> ({words.repeated(figures.repeated)})</span>
        ) : null}
      </td>
      <td className="figure">{words.mean(meanLevel(figures))}</td>
      {compares ? <td className="figure nowrap">{trend === null ? '–' : words.changed(trend)}</td> : null}
      <td className="figure nowrap">{expected === 0 ? '–' : `${missingPeople(figures)} / ${expected}`}</td>
    </tr>
  )
}

interface EntryProps {
  name: string
  figures: CellFigures
  before: CellFigures | undefined
  /** The day it is compared with; null where there is none. */
  since: string | null
}

/** The row of a skill where a table has no room: its figures below each other, each with its name. */
function Entry({ name, figures, before, since }: EntryProps) {
  const trend = trendOf(figures, before)
  const expected = expectedPeople(figures)
  const repeated = figures.repeated > 0 ? ` (${words.repeated(figures.repeated)})` : ''
  const facts: [string, string][] = [
    [words.people, `${figures.people}${repeated}`],
    [words.middle, words.mean(meanLevel(figures))],
    ...(since === null
      ? []
      : [[words.change(since), trend === null ? '–' : words.changed(trend)] as [string, string]]),
    [words.missing, expected === 0 ? '–' : `${missingPeople(figures)} / ${expected}`],
  ]
  return (
    <li>
      <h3>{name}</h3>
      <Distribution counts={figures.counts} people={figures.people} />
      <dl>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </li>
  )
}

/** One column for each level, as high as the share of people there. */
function Distribution({ counts, people }: { counts: readonly number[]; people: number }) {
  return (
    <span className="overview-levels" title={words.levelsOf(counts)}>
      <span className="visually-hidden">{words.levelsOf(counts)}</span>
      {counts.map((count, level) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a level is its place on the scale
        <span key={level} aria-hidden="true">
          <i style={{ blockSize: `${Math.round((100 * count) / people)}%` }} />
          <b>{level}</b>
        </span>
      ))}
    </span>
  )
}
