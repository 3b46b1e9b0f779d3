// What next: staying, the natural destinations, any other role, not sure, or something one was told.
import { Link, useNavigate } from '@tanstack/react-router'
import type { Framework } from '../../core/framework/framework.ts'
import { movesFrom } from '../../core/framework/look-up.ts'
import { STAY } from '../../core/target/target.ts'
import { roleName } from '../words/names.ts'
import { startWords } from '../words/start.ts'
import { naturalDestinations } from './natural-destinations.ts'

/** In the address bar: somebody who has no destination yet. */
export const NOT_SURE = 'not-sure'

export function NextChooser(props: { framework: Framework; role: string; next: string | undefined }) {
  const { framework, role, next } = props
  const navigate = useNavigate()
  const natural = naturalDestinations(framework, role)
  const go = (id: string) =>
    void navigate({ to: '/', search: { role, next: id }, replace: true, resetScroll: false })
  const offered = [
    { id: STAY, name: startWords.stay },
    ...natural.map((id) => ({ id, name: roleName(framework, id) })),
    { id: NOT_SURE, name: startWords.notSure },
  ]
  const isOther = next !== undefined && !offered.some((one) => one.id === next)
  return (
    <fieldset className="next">
      <legend>{startWords.next}</legend>
      <div className="choices">
        {offered.map(({ id, name }) => (
          <label key={id} className="choice">
            <input type="radio" name="next" checked={next === id} onChange={() => go(id)} />
            <span>{name}</span>
          </label>
        ))}
        <OtherRole
          framework={framework}
          role={role}
          natural={natural}
          value={isOther ? next : ''}
          onChange={go}
        />
        <Link to="/told" search={{ role }} className="next-told">
          {startWords.told} <span aria-hidden="true">→</span>
        </Link>
      </div>
    </fieldset>
  )
}

/** The other moves that the framework knows first, then every other role. */
function OtherRole(props: {
  framework: Framework
  role: string
  natural: string[]
  value: string
  onChange: (id: string) => void
}) {
  const { framework, role, natural } = props
  const moves = movesFrom(framework, role)
    .map((move) => move.to)
    .filter((id) => !natural.includes(id))
  const rest = framework.roles.filter(
    (one) => one.id !== role && !natural.includes(one.id) && !moves.includes(one.id),
  )
  return (
    <select
      className="select next-other"
      data-chosen={props.value !== '' || undefined}
      aria-label={startWords.other}
      value={props.value}
      onChange={(event) => props.onChange(event.target.value)}
    >
      <option value="" disabled>
        {startWords.otherOption}
      </option>
      {moves.map((id) => (
        <option key={id} value={id}>
          {roleName(framework, id)}
        </option>
      ))}
      <optgroup label={startWords.further}>
        {rest.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </optgroup>
    </select>
  )
}
