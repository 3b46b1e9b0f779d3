// Where ways are put together: the role held, what comes after it and for how long, and another way beside it.
import type { Framework } from '../../core/framework/framework.ts'
import { movesFrom } from '../../core/framework/look-up.ts'
import { MOST_STOPS, MOST_WAYS, MOST_YEARS, type Way } from '../../core/plan/long-view.ts'
import { stayIn } from '../../core/plan/route-leg.ts'
import { STAY } from '../../core/target/target.ts'
import { RoleOptions } from '../role/role-options.tsx'
import { naturalDestinations } from '../start/natural-destinations.ts'
import { aheadWords } from '../words/ahead.ts'
import { roleName } from '../words/names.ts'
import type { AheadState } from './ahead-state.ts'

const YEARS_OFFERED = [1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15]
/** Years in which the first move may be made, from this year on. */
const YEARS_AHEAD = 10

interface EditorProps {
  framework: Framework
  state: AheadState
  thisYear: number
  onChange: (next: AheadState) => void
}

export function WayEditor({ framework, state, thisYear, onChange }: EditorProps) {
  const { ways } = state
  const setWay = (at: number, way: Way) =>
    onChange({ ...state, ways: ways.map((one, index) => (index === at ? way : one)) })
  return (
    <>
      <Start framework={framework} state={state} thisYear={thisYear} onChange={onChange} />
      {ways.map((way, at) => (
        <fieldset key={at.toString()} className="way">
          <legend>{ways.length === 1 ? aheadWords.yours : aheadWords.wayNumber(at + 1)}</legend>
          <Stops framework={framework} from={state.from} way={way} onChange={(next) => setWay(at, next)} />
          {ways.length > 1 ? (
            <button
              type="button"
              className="button"
              data-look="plain"
              onClick={() => onChange({ ...state, ways: ways.filter((_, index) => index !== at) })}
            >
              {aheadWords.removeWay}
            </button>
          ) : null}
        </fieldset>
      ))}
      {ways.length < MOST_WAYS ? (
        <button
          type="button"
          className="button"
          onClick={() => onChange({ ...state, ways: [...ways, anotherWay(framework, state)] })}
        >
          {aheadWords.another}
        </button>
      ) : null}
    </>
  )
}

function Start({ framework, state, thisYear, onChange }: EditorProps) {
  const years = Array.from({ length: YEARS_AHEAD + 1 }, (_, index) => thisYear + index)
  const offered = years.includes(state.startYear) ? years : [state.startYear, ...years]
  return (
    <div className="ahead-start">
      <div className="field">
        <label htmlFor="ahead-from">{aheadWords.held}</label>
        <select
          id="ahead-from"
          className="select"
          value={state.from}
          onChange={(event) => onChange({ ...state, from: event.target.value })}
        >
          <RoleOptions framework={framework} />
        </select>
      </div>
      <div className="field">
        <label htmlFor="ahead-start">{aheadWords.firstMove}</label>
        <select
          id="ahead-start"
          className="select"
          value={state.startYear}
          onChange={(event) => onChange({ ...state, startYear: Number(event.target.value) })}
        >
          {offered.map((year) => (
            <option key={year}>{year}</option>
          ))}
        </select>
      </div>
    </div>
  )
}

function Stops(props: { framework: Framework; from: string; way: Way; onChange: (way: Way) => void }) {
  const { framework, from, way, onChange } = props
  const roleBefore = (at: number): string =>
    way.slice(0, at).findLast(({ role }) => role !== STAY)?.role ?? from
  const change = (at: number, stop: Partial<Way[number]>) =>
    onChange(way.map((one, index) => (index === at ? { ...one, ...stop } : one)))
  return (
    <ol className="way-stops">
      {way.map(({ role, years }, at) => {
        const held = role === STAY ? roleBefore(at) : role
        const name = role === STAY ? aheadWords.stay : roleName(framework, role)
        return (
          <li key={at.toString()}>
            <select
              className="select"
              aria-label={aheadWords.step(at + 1)}
              value={role}
              onChange={(event) => change(at, { role: event.target.value, years: null })}
            >
              <StopOptions framework={framework} before={roleBefore(at)} />
            </select>
            <YearsIn
              framework={framework}
              role={held}
              years={years}
              onChange={(next) => change(at, { years: next })}
            />
            {way.length > 1 ? (
              <button
                type="button"
                className="way-remove"
                aria-label={aheadWords.remove(name)}
                onClick={() => onChange(way.filter((_, index) => index !== at))}
              >
                ×
              </button>
            ) : null}
          </li>
        )
      })}
      {way.length < MOST_STOPS ? (
        <li>
          <select
            className="select"
            aria-label={aheadWords.nextLabel}
            value=""
            onChange={(event) => onChange([...way, { role: event.target.value, years: null }])}
          >
            <option value="">{aheadWords.next}</option>
            <StopOptions framework={framework} before={roleBefore(way.length)} />
          </select>
        </li>
      ) : null}
    </ol>
  )
}

function YearsIn(props: {
  framework: Framework
  role: string
  years: number | null
  onChange: (years: number | null) => void
}) {
  const { framework, role, years, onChange } = props
  const usual = stayIn(framework, role)
  const isOther = years !== null && !YEARS_OFFERED.includes(years) && years <= MOST_YEARS
  const offered = isOther ? [...YEARS_OFFERED, years].toSorted((a, b) => a - b) : YEARS_OFFERED
  return (
    <select
      className="select"
      aria-label={aheadWords.years(roleName(framework, role))}
      value={years ?? ''}
      onChange={(event) => onChange(event.target.value === '' ? null : Number(event.target.value))}
    >
      <option value="">
        {usual.assumed ? aheadWords.assumedYears(usual.years) : aheadWords.usualYears(usual.years)}
      </option>
      {offered.map((count) => (
        <option key={count} value={count}>
          {aheadWords.someYears(count)}
        </option>
      ))}
    </select>
  )
}

/** Moves that the framework describes from the role before come first, then every role. */
function StopOptions({ framework, before }: { framework: Framework; before: string }) {
  const described = movesFrom(framework, before)
  return (
    <>
      <option value={STAY}>{aheadWords.stay}</option>
      {described.length > 0 ? (
        <optgroup label={aheadWords.described}>
          {described.map(({ to }) => (
            <option key={to} value={to}>
              {roleName(framework, to)}
            </option>
          ))}
        </optgroup>
      ) : null}
      <RoleOptions framework={framework} except={before} />
    </>
  )
}

/** Something that does not stand there yet, to begin the comparison with. */
function anotherWay(framework: Framework, { from, ways }: AheadState): Way {
  const taken = ways.map((way) => way[0]?.role)
  const near = [...naturalDestinations(framework, from), ...movesFrom(framework, from).map(({ to }) => to)]
  return [{ role: near.find((role) => !taken.includes(role)) ?? STAY, years: null }]
}
