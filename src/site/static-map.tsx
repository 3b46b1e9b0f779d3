// The trail map as a picture that needs no script: every station is a link to its role.
import type { Framework } from '../core/framework/framework.ts'
import { levelsAtExpectation } from '../core/planning/levels.ts'
import { pagePalette } from '../web/charts/palette.ts'
import { labelSize } from '../web/charts/text-width.ts'
import { composeMap } from '../web/charts/trail-map/compose-map.ts'
import { fixedFigures } from '../web/charts/trail-map/figure-source.ts'
import { figureOf, type MapSituation } from '../web/charts/trail-map/read-stations.ts'
import { TrailMap } from '../web/charts/trail-map/trail-map.tsx'
import { mapWords } from '../web/words/map.ts'
import { roleInSentence } from '../web/words/names.ts'
import { movePage, rolePage } from './site-address.ts'

/** The narrowest that it is shown at, in CSS pixels: labels are readable there, and larger above. */
const NARROWEST = 1100

export function StaticMap({ framework, role }: { framework: Framework; role: string }) {
  const levels = levelsAtExpectation(framework, role)
  const now: MapSituation = {
    role,
    destination: null,
    also: [],
    route: [],
    lens: { kind: 'kinds' },
    all: true,
    rated: false,
  }
  const size = labelSize(NARROWEST / framework.layout.width)
  const palette = pagePalette(framework)
  const { map, stay, ...composed } = composeMap(framework, levels, now, size, null)
  return (
    <TrailMap
      {...composed}
      map={map}
      stay={stay ? { ...stay, href: movePage(role, 'stay') } : null}
      moves={[]}
      palette={palette}
      figures={fixedFigures((of) => figureOf(framework, levels, now, of))}
      label={mapWords.mapLabel(roleInSentence(framework, role))}
      hrefOf={rolePage}
    />
  )
}
