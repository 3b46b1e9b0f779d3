// The road ahead: roles one after the other tried out on paper, over years, one way or several beside each other.
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactNode, useMemo, useState } from 'react'
import type { Framework } from '../../core/framework/framework.ts'
import { isReviewDue } from '../../core/plan/long-view.ts'
import { sharedByWays } from '../../core/plan/shared-by-ways.ts'
import { type SimulatedRoute, simulateRoute } from '../../core/plan/simulate-route.ts'
import { waysToTry } from '../../core/plan/ways-to-try.ts'
import { levelsFromEstimates } from '../../core/planning/estimates.ts'
import { FOCUS_LENGTH } from '../../core/planning/focus.ts'
import { anyRated, type Levels } from '../../core/planning/levels.ts'
import { useFramework } from '../data/use-framework.ts'
import { useMe } from '../data/use-me.ts'
import { SharedList } from '../focus/shared-list.tsx'
import { useStanding } from '../levels/use-standing.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { naturalDestinations } from '../start/natural-destinations.ts'
import { presetRole } from '../start/preset-role.ts'
import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { aheadWords } from '../words/ahead.ts'
import { focusWords } from '../words/focus.ts'
import { wayInWords } from '../words/way-words.ts'
import {
  type AheadSearch,
  type AheadState,
  readAheadState,
  stateOfKept,
  writeAheadState,
} from './ahead-state.ts'
import { KeepLongView } from './keep-long-view.tsx'
import { LongViewFigure } from './long-view-figure.tsx'
import { RouteLegs } from './route-legs.tsx'
import { longViewQuery } from './use-long-view.ts'
import { WayEditor } from './way-editor.tsx'
import './ahead.css'

export function AheadPage() {
  const framework = useFramework()
  const target = useMe().target
  const search: AheadSearch = useSearch({ from: '/ahead' })
  const kept = useSuspenseQuery(longViewQuery).data
  const navigate = useNavigate()
  const usual = { role: target?.role ?? presetRole(framework), year: new Date().getFullYear() }
  const state =
    readAheadState(framework, search, usual) ??
    stateOfKept(framework, kept) ??
    stateOf(usual, firstWay(framework, usual.role, target?.destinations))
  const { estimates } = useStanding(state.from).levels
  const levels = useMemo(() => levelsFromEstimates(framework, estimates), [framework, estimates])
  const show = (next: AheadState) =>
    void navigate({ to: '/ahead', search: writeAheadState(next, usual), replace: true, resetScroll: false })
  const due = kept !== null && isReviewDue(kept, new Date().toISOString())
  // Where it began on this visit it stays, so that an answer does not move what was just pressed.
  const [asksFirst] = useState(due)
  const keep = <KeepLongView framework={framework} kept={kept} due={due} state={state} usual={usual} />
  return (
    <>
      <PageHead title={aheadWords.title}>
        <p className="lead quiet">
          {aheadWords.lead} <WhoCanSee of="longView" />
        </p>
        {anyRated(levels) ? null : (
          <p className="small quiet">
            {aheadWords.levelsAssumed} <Link to="/assess">{focusWords.assess}</Link>
          </p>
        )}
      </PageHead>
      {asksFirst ? keep : null}
      <div className="stack no-print">
        <WayEditor framework={framework} state={state} thisYear={usual.year} onChange={show} />
        <OtherWays framework={framework} state={state} usual={usual} />
      </div>
      <Ahead framework={framework} levels={levels} state={state} thisYear={usual.year}>
        {asksFirst ? null : keep}
      </Ahead>
    </>
  )
}

interface AheadProps {
  framework: Framework
  levels: Levels
  state: AheadState
  thisYear: number
}

function Ahead({ framework, levels, state, thisYear, children }: AheadProps & { children: ReactNode }) {
  const routes = useMemo(() => routesOf(framework, levels, state), [framework, levels, state])
  const single = routes.length === 1
  return (
    <>
      <section className="section stack">
        <LongViewFigure framework={framework} state={state} routes={routes} thisYear={thisYear} />
      </section>
      <section className="section stack">
        <h2>{aheadWords.decisions}</h2>
        {routes.map((route, way) => (
          <div key={wayKey(state, way)} className="stack-s">
            {single ? null : <h3>{wayInWords(framework, state.from, state.ways[way] ?? [])}</h3>}
            <Decisions route={route} />
          </div>
        ))}
      </section>
      {children}
      <Shared framework={framework} levels={levels} state={state} />
      {routes.map((route, way) => (
        <LegsOfWay
          key={wayKey(state, way)}
          framework={framework}
          route={route}
          way={way}
          title={single ? null : wayInWords(framework, state.from, state.ways[way] ?? [])}
        />
      ))}
    </>
  )
}

/** Folded where there are several. */
function LegsOfWay(props: {
  framework: Framework
  route: SimulatedRoute
  way: number
  title: string | null
}) {
  const { framework, route, way, title } = props
  const legs = <RouteLegs framework={framework} route={route} way={way} />
  return title === null ? (
    <section className="section stack">
      <h2>{aheadWords.legs}</h2>
      {legs}
    </section>
  ) : (
    <details className="fold ahead-fold">
      <summary>{aheadWords.legsOf(title)}</summary>
      {legs}
    </details>
  )
}

function Decisions({ route }: { route: SimulatedRoute }) {
  return (
    <ol className="ahead-decisions">
      {route.decisions.map(({ year, leg, kind, sentence }) => (
        <li key={`${leg} ${kind}`}>
          <span className="ahead-year">{year}</span>
          <span>{sentence}</span>
        </li>
      ))}
    </ol>
  )
}

function Shared({ framework, levels, state }: Omit<AheadProps, 'thisYear'>) {
  const ways = state.ways.map((way) => way.map(({ role }) => role))
  const { skills, sentence } = sharedByWays(framework, levels, state.from, ways)
  if (sentence === '') return null
  const rest = skills.slice(FOCUS_LENGTH)
  return (
    <section className="section stack">
      <h2>{aheadWords.shared}</h2>
      <p>
        {sentence} {rest.length > 0 ? aheadWords.sharedFirst : null}
      </p>
      <SharedList framework={framework} skills={skills.slice(0, FOCUS_LENGTH)} brief />
      {rest.length > 0 ? (
        <Disclosure summary={aheadWords.sharedMore(rest.length)}>
          <SharedList framework={framework} skills={rest} brief />
        </Disclosure>
      ) : null}
    </section>
  )
}

function OtherWays(props: {
  framework: Framework
  state: AheadState
  usual: { role: string; year: number }
}) {
  const { framework, state, usual } = props
  const ways = waysToTry(framework, state.from).map((roles) => roles.map((role) => ({ role, years: null })))
  if (ways.length === 0) return null
  return (
    <Disclosure summary={aheadWords.tryThese}>
      <ul className="ahead-others">
        {ways.map((way) => (
          <li key={way.map(({ role }) => role).join()}>
            <Link to="/ahead" search={writeAheadState({ ...state, ways: [way] }, usual)} resetScroll={false}>
              {wayInWords(framework, state.from, way)}
            </Link>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}

function routesOf(framework: Framework, levels: Levels, state: AheadState): SimulatedRoute[] {
  const { from, ways, startYear } = state
  return ways.map((way) =>
    simulateRoute({
      framework,
      levels,
      roles: [from, ...way.map(({ role }) => role)],
      startYear,
      stays: way.map(({ years }) => years),
    }),
  )
}

function wayKey(state: AheadState, way: number): string {
  return `${way} ${(state.ways[way] ?? []).map(({ role }) => role).join()}`
}

/** The first destination that was saved, else what most people in the role think of first. */
function firstWay(framework: Framework, role: string, saved: string[] | undefined): string {
  return saved?.[0] ?? naturalDestinations(framework, role)[0] ?? 'stay'
}

function stateOf(usual: { role: string; year: number }, role: string): AheadState {
  return { from: usual.role, ways: [[{ role, years: null }]], startYear: usual.year }
}
