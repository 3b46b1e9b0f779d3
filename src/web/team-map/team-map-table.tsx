// The team map on a wide screen and on paper: a strip for each person and skill, and a row that opens with the words.
import { Link } from '@tanstack/react-router'
import { Fragment, useId, useState } from 'react'
import type { Framework } from '../../core/framework/framework.ts'
import { findRole, topLevel } from '../../core/framework/look-up.ts'
import type { TeamCell, TeamPerson, TeamSkill } from '../../core/team-map/team-map.ts'
import { RangeStrip } from '../charts/level-range/range-strip.tsx'
import { fillOf, type Palette, pagePalette } from '../charts/palette.ts'
import { useSession } from '../data/use-session.ts'
import { GroupDot } from '../parts/group-dot.tsx'
import { givenWords } from '../words/rounds.ts'
import { teamMapWords } from '../words/team-map.ts'
import { TeamMapDetail } from './team-map-detail.tsx'
import '../levels/range-strip.css'

export interface TeamMapProps {
  framework: Framework
  people: readonly TeamPerson[]
  skills: readonly TeamSkill[]
}

export function TeamMapTable({ framework, people, skills }: TeamMapProps) {
  const palette = pagePalette(framework)
  const mayPrepare = useSession()?.views.some(({ view }) => view === 'conversation-prep') ?? false
  return (
    <>
      <TeamMapKey palette={palette} />
      <div className="scroll-x">
        <table className="team-map-table">
          <caption className="visually-hidden">{teamMapWords.tableLabel}</caption>
          <thead>
            <tr>
              <th scope="col">{teamMapWords.skill}</th>
              {people.map((person) => (
                <th key={person.id} scope="col">
                  {mayPrepare ? (
                    <Link
                      to="/prepare/$id"
                      params={{ id: person.id }}
                      title={teamMapWords.prepare(person.name)}
                    >
                      {person.name}
                    </Link>
                  ) : (
                    <Link to="/given/$id" params={{ id: person.id }} title={givenWords.readAbout}>
                      {person.name}
                    </Link>
                  )}
                  <span className="small quiet">{roleOf(framework, person)}</span>
                </th>
              ))}
            </tr>
          </thead>
          {framework.groups.map((group) => {
            const own = skills.filter(({ skill }) => skill.group === group.id)
            return own.length === 0 ? null : (
              <tbody key={group.id}>
                <tr>
                  <th scope="rowgroup" colSpan={people.length + 1} className="team-map-group">
                    <GroupDot framework={framework} group={group.id} /> {group.name}
                  </th>
                </tr>
                {own.map((one) => (
                  <Row key={one.skill.id} {...{ framework, people, palette }} entry={one} />
                ))}
              </tbody>
            )
          })}
        </table>
      </div>
    </>
  )
}

function roleOf(framework: Framework, { role }: TeamPerson): string {
  return role === null ? '' : (findRole(framework, role)?.name ?? '')
}

function Row(props: {
  framework: Framework
  people: readonly TeamPerson[]
  palette: Palette
  entry: TeamSkill
}) {
  const { framework, people, palette, entry } = props
  const { skill, cells } = entry
  const id = useId()
  const [open, setOpen] = useState(false)
  return (
    <Fragment>
      <tr>
        <th scope="row">
          <button
            type="button"
            className="team-map-open"
            aria-expanded={open}
            aria-controls={id}
            title={teamMapWords.open(skill.name)}
            onClick={() => setOpen(!open)}
          >
            {skill.name}
          </button>
        </th>
        {people.map((person) => (
          <td key={person.id}>
            <CellStrip
              framework={framework}
              palette={palette}
              group={skill.group}
              name={person.name}
              cell={cells.get(person.id)}
            />
          </td>
        ))}
      </tr>
      <tr id={id} hidden={!open}>
        <td colSpan={people.length + 1} className="team-map-detail">
          <TeamMapDetail people={people} entry={entry} />
        </td>
      </tr>
    </Fragment>
  )
}

export function CellStrip(props: {
  framework: Framework
  palette: Palette
  group: string
  name: string
  cell: TeamCell | undefined
}) {
  const { framework, palette, group, name, cell } = props
  if (cell === undefined) return <span className="visually-hidden">{teamMapWords.unknownOf(name)}</span>
  const { known, asked } = cell
  return (
    <>
      <RangeStrip
        {...known}
        top={topLevel(framework)}
        assumed={known.from === 'own-word'}
        asked={asked === 0 ? null : asked}
        colour={fillOf(palette, group)}
        palette={palette}
      />
      <span className="visually-hidden">{teamMapWords.spoken(name, known, asked)}</span>
    </>
  )
}

export function TeamMapKey({ palette }: { palette: Palette }) {
  const strip = { top: 5, palette, colour: palette.inkSoft }
  return (
    <ul className="team-map-key small quiet" aria-hidden="true">
      <li>
        <span>
          <RangeStrip {...strip} level={2.7} low={2} high={3.4} assumed={false} asked={null} />
        </span>
        {teamMapWords.keyBand}
      </li>
      <li>
        <span>
          <RangeStrip {...strip} level={3} low={3} high={3} assumed={true} asked={null} />
        </span>
        {teamMapWords.keyOwn}
      </li>
      <li>
        <span>
          <RangeStrip {...strip} level={2} low={1.5} high={2.5} assumed={false} asked={4} />
        </span>
        {teamMapWords.keyAsked}
      </li>
      <li>{teamMapWords.keyBlank}</li>
    </ul>
  )
}
