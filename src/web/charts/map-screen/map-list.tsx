// The map where there is no room for one: your role, staying, then the moves by kind, each with its ring.
import { useMemo } from 'react'
import type { Move, MoveKind } from '../../../core/framework/framework.ts'
import { movesFrom } from '../../../core/framework/look-up.ts'
import { climb } from '../../../core/planning/climb.ts'
import { capitalise } from '../../../core/planning/plain-words.ts'
import { readiness } from '../../../core/planning/readiness.ts'
import { STAY } from '../../../core/target/target.ts'
import { percent } from '../../words/kind.ts'
import { mapWords } from '../../words/map.ts'
import { roleName } from '../../words/names.ts'
import { pagePalette } from '../palette.ts'
import { figureOf, readStations, type StationView } from '../trail-map/read-stations.ts'
import { useLevelsOf } from './live.ts'
import { type MapViewProps, useSelection } from './map-view.tsx'
import { RingMark } from './ring-mark.tsx'

const KINDS: readonly MoveKind[] = ['up', 'cross', 'swing', 'side', 'out', 'back']

export function MapList(props: MapViewProps) {
  const { framework, state } = props
  const moves = movesFrom(framework, state.role)
  const reached = new Set([state.role, ...moves.map((move) => move.to)])
  const rest = framework.roles.filter((role) => !reached.has(role.id))
  return (
    <div className="map-list">
      <ul>
        <Entry {...props} role={state.role} />
        <StayEntry {...props} />
      </ul>
      {KINDS.map((kind) => (
        <KindOfMoves key={kind} {...props} kind={kind} moves={moves.filter((move) => move.kind === kind)} />
      ))}
      {state.all || (state.destination && !reached.has(state.destination) && state.destination !== STAY) ? (
        <section>
          <h2>{mapWords.furtherAway}</h2>
          <ul>
            {rest
              .filter((role) => state.all || role.id === state.destination)
              .map((role) => (
                <Entry key={role.id} {...props} role={role.id} />
              ))}
          </ul>
        </section>
      ) : null}
    </div>
  )
}

function KindOfMoves(props: MapViewProps & { kind: MoveKind; moves: readonly Move[] }) {
  if (props.moves.length === 0) return null
  const kind = props.framework.moveKinds[props.kind]
  return (
    <section>
      <h2>
        {kind.name} <span className="small quiet">{kind.about}</span>
      </h2>
      <ul>
        {props.moves.map((move) => (
          <Entry key={move.to} {...props} role={move.to} />
        ))}
      </ul>
    </section>
  )
}

function StayEntry(props: MapViewProps) {
  const { framework, state } = props
  const { hrefOf, onSelect } = useSelection(framework, state, props.target)
  return (
    <li data-chosen={state.destination === STAY || undefined}>
      <a
        href={hrefOf(STAY)}
        aria-current={state.destination === STAY || undefined}
        onClick={(event) => onSelect(STAY, event)}
      >
        <span className="ring-mark stay-mark" aria-hidden="true">
          ↺
        </span>
        <span className="map-list-words">
          <strong>{mapWords.stay}</strong>
          <span className="small quiet">{framework.stay.changes}</span>
        </span>
      </a>
    </li>
  )
}

function Entry(props: MapViewProps & { role: string }) {
  const { framework, state, role, now } = props
  const palette = useMemo(() => pagePalette(framework), [framework])
  const levels = useLevelsOf(props.sources.figures)
  const { hrefOf, onSelect } = useSelection(framework, state, props.target)
  const found = readStations(framework, props.levels, now).find((view) => view.role === role)
  if (!found) return null
  const view: StationView = { ...found, standing: found.standing === 'you' ? 'you' : 'near' }
  return (
    <li data-chosen={state.destination === role || undefined}>
      <a
        href={hrefOf(role)}
        aria-current={state.destination === role || undefined}
        onClick={(event) => onSelect(role, event)}
      >
        <RingMark view={view} figure={figureOf(framework, levels, now, role)} palette={palette} />
        <span className="map-list-words">
          <strong>{roleName(framework, role)}</strong>
          <span className="small quiet">
            {role === state.role ? capitalise(mapWords.yourRole) : farWords(props, levels, role)}
          </span>
        </span>
      </a>
    </li>
  )
}

/** "64% role overlap. Six critical gaps, …; climb 82, 13% hard." */
function farWords(props: MapViewProps, levels: MapViewProps['levels'], role: string): string {
  const way = climb(props.framework, levels, role)
  const ready = readiness(props.framework, levels, role)
  const standing =
    ready.share === null
      ? ''
      : `${capitalise(props.now.rated ? mapWords.standingRough(ready.rough.words) : mapWords.standingOverlap(ready.share))}. `
  const share = way.hardShare === null ? '' : percent(way.hardShare)
  return standing + mapWords.listClimb(capitalise(way.words), way.points, share)
}
