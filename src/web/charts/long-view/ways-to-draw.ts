// Simulated routes with the names that stand in their picture.
import type { Framework } from '../../../core/framework/framework.ts'
import type { SimulatedRoute } from '../../../core/plan/simulate-route.ts'
import { aheadWords } from '../../words/ahead.ts'
import { roleName } from '../../words/names.ts'
import type { WayToDraw } from './placed.ts'

export function waysToDraw(
  framework: Framework,
  from: string,
  routes: readonly SimulatedRoute[],
): WayToDraw[] {
  return routes.map((route, index) => ({
    title: routes.length > 1 ? aheadWords.wayNumber(index + 1) : null,
    held: roleName(framework, from),
    names: route.legs.map((leg) => roleName(framework, leg.to)),
    route,
  }))
}
