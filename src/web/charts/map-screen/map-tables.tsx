// The map as three tables: the roles, the moves from here, and the profile.
import type { ReactNode } from 'react'
import type { Framework, Role } from '../../../core/framework/framework.ts'
import { findSkill, movesFrom } from '../../../core/framework/look-up.ts'
import { climb } from '../../../core/planning/climb.ts'
import { focus } from '../../../core/planning/focus.ts'
import { gapsTo } from '../../../core/planning/gap.ts'
import { softShare } from '../../../core/planning/group-profile.ts'
import type { Levels } from '../../../core/planning/levels.ts'
import { oneDecimal } from '../../../core/planning/plain-words.ts'
import { readiness } from '../../../core/planning/readiness.ts'
import { STAY } from '../../../core/target/target.ts'
import { SkillLink } from '../../parts/skill-link.tsx'
import { Link } from '../../parts/wayfinding.tsx'
import { kindName, percent } from '../../words/kind.ts'
import { levelWords, weightWords } from '../../words/level.ts'
import { mapWords } from '../../words/map.ts'
import { moveWords } from '../../words/move.ts'
import { roleInSentence, roleName } from '../../words/names.ts'
import type { LevelSource } from '../profile/what-if.ts'
import { useLevelsOf } from './live.ts'
import type { MapState } from './map-state.ts'
import { profileRole } from './situation.ts'

interface TablesProps {
  framework: Framework
  source: LevelSource
  state: MapState
  rated: boolean
}

export function MapTables(props: TablesProps) {
  const levels = useLevelsOf(props.source)
  return (
    <div className="stack-l">
      <RolesTable {...props} levels={levels} />
      <MovesTable {...props} levels={levels} />
      <ProfileTable {...props} levels={levels} />
    </div>
  )
}

type TableProps = TablesProps & { levels: Levels }

function Table(props: { caption: string; heads: readonly string[]; children: ReactNode }) {
  return (
    <div className="scroll-x">
      <table className="data-table map-table">
        <caption>{props.caption}</caption>
        <thead>
          <tr>
            {props.heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{props.children}</tbody>
      </table>
    </div>
  )
}

function RolesTable(props: TableProps) {
  const { framework, levels, state, rated } = props
  const overlap = rated ? mapWords.tableCovered : mapWords.tableOverlap
  const heads = [mapWords.tableRole, mapWords.tablePath, mapWords.tableBand, mapWords.tableSoft]
  return (
    <Table caption={mapWords.rolesCaption} heads={[...heads, overlap, mapWords.tableCritical]}>
      {framework.roles.map((role) => {
        const found = readiness(framework, levels, role.id)
        const soft = softShare(framework, role.id)
        return (
          <tr key={role.id} data-own={role.id === state.role || undefined}>
            <th scope="row">
              <Link to="/role/$role" params={{ role: role.id }}>
                {role.name}
              </Link>
              {role.id === state.role ? ` (${mapWords.yourRole})` : ''}
            </th>
            <td>{pathName(framework, role)}</td>
            <td>{framework.bands.find((band) => band.band === role.band)?.name ?? '–'}</td>
            <td>{soft === null ? '–' : percent(soft)}</td>
            <td>{shareCell(found.share, rated ? found.rough.words : null)}</td>
            <td>{found.criticalGaps}</td>
          </tr>
        )
      })}
    </Table>
  )
}

function shareCell(share: number | null, words: string | null): string {
  if (share === null) return '–'
  return words ? `${words} (${percent(share)})` : percent(share)
}

function MovesTable({ framework, levels, state }: TableProps) {
  const heads = [
    mapWords.tableTo,
    mapWords.tableKind,
    mapWords.tableClimbWords,
    mapWords.tableClimb,
    mapWords.tableHard,
    mapWords.tableBack,
  ]
  return (
    <Table caption={mapWords.movesCaption(roleInSentence(framework, state.role))} heads={heads}>
      <tr>
        <th scope="row">
          <Link to="/move/$from/$to" params={{ from: state.role, to: STAY }}>
            {mapWords.stay}
          </Link>
        </th>
        <td>{mapWords.stayKind}</td>
        <td colSpan={4}>{framework.stay.changes}</td>
      </tr>
      {movesFrom(framework, state.role).map((move) => {
        const way = climb(framework, levels, move.to)
        return (
          <tr key={move.to}>
            <th scope="row">
              <Link to="/move/$from/$to" params={{ from: move.from, to: move.to }}>
                {roleName(framework, move.to)}
              </Link>
            </th>
            <td>{framework.moveKinds[move.kind].name}</td>
            <td>{way.words}</td>
            <td>{way.points}</td>
            <td>{way.hardShare === null ? '–' : percent(way.hardShare)}</td>
            <td>{move.back ? moveWords.ease[move.back.ease] : '–'}</td>
          </tr>
        )
      })}
    </Table>
  )
}

function ProfileTable({ framework, levels, state }: TableProps) {
  const to = profileRole(state)
  const scores = new Map(
    focus(framework, levels, to, { fromRole: state.role }).map((item) => [item.skill, item.score]),
  )
  const heads = [
    mapWords.skill,
    mapWords.tableKind,
    mapWords.tableYou,
    mapWords.tableNeeded,
    mapWords.tableWeight,
    mapWords.tableGap,
    mapWords.tableScore,
  ]
  return (
    <Table caption={mapWords.profileCaption(roleName(framework, to))} heads={heads}>
      {gapsTo(framework, levels, to).map((line) => {
        const skill = findSkill(framework, line.skill)
        const score = scores.get(line.skill)
        return (
          <tr key={line.skill}>
            <th scope="row">{skill ? <SkillLink framework={framework} skill={skill} /> : line.name}</th>
            <td>{kindName(framework, line.kind)}</td>
            <td>
              {line.now}
              {line.assumed ? ` (${levelWords.assumed})` : ''}
            </td>
            <td>{line.needed}</td>
            <td>
              {line.weight} ({weightWords[line.weight]})
            </td>
            <td>{line.gap < 0 ? mapWords.surplus(-line.gap) : line.gap}</td>
            <td>{score === undefined ? '–' : oneDecimal(score)}</td>
          </tr>
        )
      })}
    </Table>
  )
}

function pathName(framework: Framework, role: Role): string {
  return framework.paths.find((path) => path.id === role.path)?.name ?? ''
}
