// Moves as a list: where to, what changes, and how far it is in words.
import type { Framework, Move } from '../../core/framework/framework.ts'
import { climb } from '../../core/planning/climb.ts'
import type { Levels } from '../../core/planning/levels.ts'
import { Link } from '../parts/wayfinding.tsx'
import { moveWords } from '../words/move.ts'
import { roleName } from '../words/names.ts'

export function MoveList(props: {
  framework: Framework
  moves: Move[]
  levels: Levels | null
  towards: 'to' | 'from'
}) {
  const { framework, moves, levels, towards } = props
  return (
    <ul className="move-list">
      {moves.map((move) => (
        <li key={`${move.from} ${move.to}`}>
          <p>
            <Link to="/move/$from/$to" params={{ from: move.from, to: move.to }}>
              {roleName(framework, move[towards])}
            </Link>{' '}
            <span className="small quiet" title={framework.moveKinds[move.kind].about}>
              {framework.moveKinds[move.kind].name.toLowerCase()}
            </span>
          </p>
          <p className="quiet">{move.changes}</p>
          {levels ? <ClimbHint framework={framework} levels={levels} role={move.to} /> : <span />}
        </li>
      ))}
    </ul>
  )
}

function ClimbHint({ framework, levels, role }: { framework: Framework; levels: Levels; role: string }) {
  const way = climb(framework, levels, role)
  return (
    <p className="small quiet move-figure">
      {way.points === 0 ? moveWords.nothingMissing : moveWords.climbFigure(way.points, way.mix)}
    </p>
  )
}
