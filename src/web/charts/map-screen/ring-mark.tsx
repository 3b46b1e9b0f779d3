// A role's ring on its own, small, for lists: what it is made of, with the figure inside.
import type { Palette } from '../palette.ts'
import { fixedFigures } from '../trail-map/figure-source.ts'
import type { StationView } from '../trail-map/read-stations.ts'
import { Figure, Ring } from '../trail-map/station.tsx'

export function RingMark(props: { view: StationView; figure: string; palette: Palette }) {
  return (
    <svg className="ring-mark" viewBox="-27 -27 54 54" aria-hidden="true" focusable="false">
      <Ring view={props.view} palette={props.palette} />
      <Figure
        view={props.view}
        palette={props.palette}
        size={12.5}
        figures={fixedFigures(() => props.figure)}
      />
    </svg>
  )
}
