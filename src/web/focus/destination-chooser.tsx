// Which destinations a page looks at: the natural ones to tick, and a list of all other roles to add.
import { useNavigate } from '@tanstack/react-router'
import type { Framework } from '../../core/framework/framework.ts'
import { STAY } from '../../core/target/target.ts'
import { useMe } from '../data/use-me.ts'
import { naturalDestinations } from '../start/natural-destinations.ts'
import { focusWords } from '../words/focus.ts'
import { destinationName } from '../words/names.ts'

/** More cannot be read beside each other. */
export const MOST_DESTINATIONS = 4

export function DestinationChooser(props: { framework: Framework; role: string; chosen: string[] }) {
  const { framework, role, chosen } = props
  const navigate = useNavigate()
  const saved = useMe().target?.destinations ?? []
  const offered = [...new Set([...saved, ...naturalDestinations(framework, role), ...chosen])]
  const go = (to: string[]) =>
    void navigate({
      to: '/focus',
      search: (before) => ({ ...before, to: to.join(',') }),
      replace: true,
      resetScroll: false,
    })
  const isFull = chosen.length >= MOST_DESTINATIONS
  const others = framework.roles.filter((one) => one.id !== role && !offered.includes(one.id))
  return (
    <fieldset className="chooser no-print">
      <legend>{focusWords.destinations}</legend>
      <div className="choices">
        {offered.map((id) => (
          <label key={id} className="choice">
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              disabled={isFull && !chosen.includes(id)}
              onChange={(event) =>
                go(event.target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
              }
            />
            <span>{destinationName(framework, id)}</span>
          </label>
        ))}
        {others.length > 0 ? (
          <select
            className="select chooser-add"
            aria-label={focusWords.another}
            value=""
            disabled={isFull}
            onChange={(event) => go([...chosen.filter((id) => id !== STAY), event.target.value])}
          >
            <option value="">{focusWords.add}</option>
            {others.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        ) : null}
      </div>
      {isFull ? <p className="small quiet">{focusWords.enough(MOST_DESTINATIONS)}</p> : null}
    </fieldset>
  )
}
