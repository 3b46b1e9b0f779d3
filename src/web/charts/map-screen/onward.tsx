// Where one can go from a reading: the move, the role, both compared, what to work on, and keeping it.
import { Link } from '@tanstack/react-router'
import type { Framework } from '../../../core/framework/framework.ts'
import { findMove } from '../../../core/framework/look-up.ts'
import type { Levels } from '../../../core/planning/levels.ts'
import { sharedFocus } from '../../../core/planning/shared-focus.ts'
import { STAY, type Target } from '../../../core/target/target.ts'
import { useSaveTarget } from '../../data/use-save-target.ts'
import { aheadWords } from '../../words/ahead.ts'
import { mapWords } from '../../words/map.ts'
import { roleName } from '../../words/names.ts'
import type { MapState } from './map-state.ts'

interface OnwardProps {
  framework: Framework
  state: MapState
  target: Target | null
}

export function Onward({ framework, state, target }: OnwardProps) {
  const { role, destination } = state
  if (destination === null) {
    return (
      <p className="onward">
        <Link to="/role/$role" params={{ role }}>
          {mapWords.aboutRole(roleName(framework, role))}
        </Link>
      </p>
    )
  }
  const staying = destination === STAY
  return (
    <p className="onward">
      {staying || findMove(framework, role, destination) ? (
        <Link to="/move/$from/$to" params={{ from: role, to: destination }}>
          {staying ? mapWords.aboutStaying : mapWords.aboutMove}
        </Link>
      ) : null}
      <Link to="/role/$role" params={{ role: staying ? role : destination }}>
        {mapWords.aboutRole(roleName(framework, staying ? role : destination))}
      </Link>
      {staying ? null : (
        <>
          <Link to="/compare/$a/$b" params={{ a: role, b: destination }}>
            {mapWords.compare}
          </Link>
          <Link to="/focus" search={{ to: destination }}>
            {mapWords.workOn}
          </Link>
        </>
      )}
      <Link to="/ahead" search={{ from: role, via: destination }}>
        {aheadWords.openShort}
      </Link>
      <Keep framework={framework} state={state} target={target} destination={destination} />
    </p>
  )
}

/** Saves role and destination, in front of other destinations that are kept in mind. Another role than the one held is named. */
function Keep(props: { framework: Framework; state: MapState; target: Target | null; destination: string }) {
  const save = useSaveTarget()
  const { state, target, destination } = props
  const same = target === null || target.role === state.role
  if (target?.role === state.role && target.destinations[0] === destination) return null
  const others = (target?.destinations ?? []).filter((id) => id !== destination && id !== state.role)
  return (
    <button
      type="button"
      className="tool"
      disabled={save.isPending}
      onClick={() => save.mutate({ role: state.role, destinations: [destination, ...others].slice(0, 4) })}
    >
      {same ? mapWords.keep : mapWords.keepBoth(roleName(props.framework, state.role))}
    </button>
  )
}

/** One sentence on what several destinations share. */
export function SharedLine(props: {
  framework: Framework
  levels: Levels
  state: MapState
  also: readonly string[]
}) {
  const { framework, levels, state, also } = props
  const first = state.destination !== null && state.destination !== STAY ? [state.destination] : []
  const roles = [...first, ...also]
  if (roles.length < 2) return null
  const { sentence } = sharedFocus(framework, levels, roles, { fromRole: state.role })
  return (
    <p className="quiet">
      {mapWords.together(roles.map((role) => roleName(framework, role)))} {sentence}{' '}
      <Link to="/focus" search={{ to: roles.join(',') }}>
        {mapWords.sharedLink}
      </Link>
    </p>
  )
}
