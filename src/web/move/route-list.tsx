// Routes over several moves, each with what makes it differ from going directly.
import type { Framework, Role } from '../../core/framework/framework.ts'
import type { Levels } from '../../core/planning/levels.ts'
import { type Route, routesBetween } from '../../core/planning/routes.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { Link } from '../parts/wayfinding.tsx'
import { moveWords } from '../words/move.ts'
import { roleName } from '../words/names.ts'

const SHOWN_AT_FIRST = 3

export function Routes(props: { framework: Framework; levels: Levels; from: Role; to: Role }) {
  const { framework, levels, from, to } = props
  const routes = routesBetween(framework, levels, from.id, to.id).filter((route) => route.legs.length > 1)
  if (routes.length === 0) return <p className="quiet">{moveWords.noRoutes}</p>
  return (
    <div className="stack">
      <p className="quiet">{moveWords.routesHelp}</p>
      <RouteItems framework={framework} routes={routes.slice(0, SHOWN_AT_FIRST)} />
      {routes.length > SHOWN_AT_FIRST ? (
        <Disclosure summary={moveWords.moreRoutes(routes.length - SHOWN_AT_FIRST)}>
          <RouteItems framework={framework} routes={routes.slice(SHOWN_AT_FIRST)} />
        </Disclosure>
      ) : null}
    </div>
  )
}

function RouteItems({ framework, routes }: { framework: Framework; routes: Route[] }) {
  return (
    <ul className="routes">
      {routes.map((route) => (
        <li key={route.roles.join(' ')}>
          <p>
            {route.legs.map((leg, index) => (
              <span key={leg.to}>
                {index === 0 ? `${roleName(framework, leg.from)} → ` : ' → '}
                <Link to="/move/$from/$to" params={{ from: leg.from, to: leg.to }}>
                  {roleName(framework, leg.to)}
                </Link>
              </span>
            ))}
          </p>
          <p className="small quiet">{route.sentence}</p>
        </li>
      ))}
    </ul>
  )
}
