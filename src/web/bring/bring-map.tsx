// How a framework would look: its map as a picture where there is room, its roles as a list where there is not.
import { useMemo } from 'react'
import type { Framework } from '../../core/framework/framework.ts'
import { pagePalette } from '../charts/palette.ts'
import { labelSize } from '../charts/text-width.ts'
import { composeMap } from '../charts/trail-map/compose-map.ts'
import { fixedFigures } from '../charts/trail-map/figure-source.ts'
import type { MapSituation } from '../charts/trail-map/read-stations.ts'
import { TrailMap } from '../charts/trail-map/trail-map.tsx'
import { bringWords } from '../words/bring.ts'

/** The width of the page's text, in CSS pixels: labels are readable there. */
const WIDTH = 1000

export function BringMap({ framework }: { framework: Framework }) {
  const drawn = useMemo(() => {
    // Nobody stands on it yet: no role is one's own, and no figure says how far away another is.
    const now: MapSituation = {
      role: '',
      destination: null,
      also: [],
      route: [],
      lens: { kind: 'kinds' },
      all: true,
      rated: false,
    }
    const composed = composeMap(framework, {}, now, labelSize(WIDTH / framework.layout.width), null)
    return { ...composed, palette: pagePalette(framework), figures: fixedFigures(() => '') }
  }, [framework])
  return (
    <section className="section stack" aria-labelledby="bring-map">
      <h2 id="bring-map">{bringWords.map}</h2>
      <div className="bring-map-picture" aria-hidden="true" inert>
        <TrailMap {...drawn} stay={null} moves={[]} label={bringWords.mapLabel(framework.name)} />
      </div>
      <ul className="bring-map-list">
        {framework.paths.map((path) => (
          <li key={path.id}>
            <strong>{path.name}</strong>:{' '}
            {framework.roles
              .filter((role) => role.path === path.id)
              .map((role) => role.name)
              .join(', ')}
          </li>
        ))}
      </ul>
    </section>
  )
}
