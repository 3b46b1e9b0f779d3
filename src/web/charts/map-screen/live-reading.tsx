// The one-line reading, which follows a what-if and is read aloud politely.
import type { Route } from '../../../core/planning/routes.ts'
import { OnlyYou } from '../../parts/only-you.tsx'
import { Reading } from '../../parts/reading.tsx'
import { useLevelsOf } from './live.ts'
import type { MapViewProps } from './map-view.tsx'
import { readAloud } from './read-aloud.ts'

export function LiveReading(props: MapViewProps & { detour: Route | null }) {
  const levels = useLevelsOf(props.source)
  return (
    <div className="map-reading">
      <Reading>{readAloud(props.framework, levels, props.state, props.now.rated, props.detour)}</Reading>
      {props.now.rated ? <OnlyYou /> : null}
    </div>
  )
}
