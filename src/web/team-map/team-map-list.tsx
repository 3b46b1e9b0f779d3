// The team map on a phone: skill by skill, its people beneath it.
import { pagePalette } from '../charts/palette.ts'
import { GroupDot } from '../parts/group-dot.tsx'
import { TeamMapDetail } from './team-map-detail.tsx'
import { CellStrip, TeamMapKey, type TeamMapProps } from './team-map-table.tsx'

export function TeamMapList({ framework, people, skills }: TeamMapProps) {
  const palette = pagePalette(framework)
  return (
    <>
      <TeamMapKey palette={palette} />
      <ul className="team-map-list">
        {skills.map((entry) => (
          <li key={entry.skill.id}>
            <details className="fold">
              <summary>
                <GroupDot framework={framework} group={entry.skill.group} /> {entry.skill.name}
              </summary>
              <TeamMapDetail people={people} entry={entry} />
            </details>
            <ul>
              {people.map(({ id, name }) => {
                const cell = entry.cells.get(id)
                return cell === undefined ? null : (
                  <li key={id}>
                    <span aria-hidden="true">{name}</span>
                    <CellStrip {...{ framework, palette, name, cell }} group={entry.skill.group} />
                  </li>
                )
              })}
            </ul>
          </li>
        ))}
      </ul>
    </>
  )
}
