// Map and profile in the width there is: pictures where it suffices, lists where it does not.
import { type CSSProperties, useRef } from 'react'
import type { Layout } from '../../../core/framework/framework.ts'
import { STAY } from '../../../core/target/target.ts'
import { mapWords } from '../../words/map.ts'
import { aRole } from '../../words/names.ts'
import { PROFILE_WIDTH } from '../profile/profile.tsx'
import { labelSize } from '../text-width.ts'
import { MapList } from './map-list.tsx'
import { MapView } from './map-view.tsx'
import { ProfileList } from './profile-list.tsx'
import { ProfileView } from './profile-view.tsx'
import type { MapScreen } from './use-map-screen.ts'
import { useWidth } from './use-width.ts'
import { WhatIfBar } from './what-if-bar.tsx'

/** Below this width of its own the map becomes a list; map.css keeps the canvas at least as wide where it can. */
const WIDE_ENOUGH = 1100

export function MapCanvas({ screen }: { screen: MapScreen }) {
  const canvas = useRef<HTMLDivElement>(null)
  const width = useWidth(canvas)
  const style = { '--map-ratio': ratioOf(screen.framework.layout) } as CSSProperties
  return (
    <div ref={canvas} className="map-canvas" style={style}>
      {width === null ? null : width < WIDE_ENOUGH ? (
        <Lists screen={screen} />
      ) : (
        <Pictures screen={screen} width={width} />
      )}
    </div>
  )
}

/** Width to height of what stands in the layout, so that the map can be kept within the height of a window. */
function ratioOf(layout: Layout): number {
  const ys = [layout.height, ...layout.stations.map((station) => station.y)].slice(
    layout.stations.length > 0 ? 1 : 0,
  )
  return layout.width / (Math.max(...ys) - Math.min(...ys) + 145)
}

function Pictures({ screen, width }: { screen: MapScreen; width: number }) {
  const { framework, state, whatIf, sources, toRole } = screen
  return (
    <>
      <MapView {...screen} size={labelSize(width / framework.layout.width)} />
      <ProfileTitle screen={screen} />
      <WhatIfBar framework={framework} whatIf={whatIf} source={sources.words} narrow={false} />
      <ProfileView
        framework={framework}
        role={state.role}
        toRole={toRole}
        staying={state.destination === STAY}
        whatIf={whatIf}
        sources={sources}
        size={labelSize(width / PROFILE_WIDTH)}
      />
    </>
  )
}

function Lists({ screen }: { screen: MapScreen }) {
  const { framework, state, whatIf, sources, toRole } = screen
  return (
    <>
      <MapList {...screen} />
      <ProfileTitle screen={screen} />
      <WhatIfBar framework={framework} whatIf={whatIf} source={sources.words} narrow />
      <ProfileList
        framework={framework}
        role={state.role}
        toRole={toRole}
        staying={state.destination === STAY}
        whatIf={whatIf}
      />
    </>
  )
}

function ProfileTitle({ screen }: { screen: MapScreen }) {
  const { framework, state, toRole } = screen
  return (
    <h2 className="profile-title">
      {mapWords.profileTitle(aRole(framework, toRole), toRole === state.role)}
    </h2>
  )
}
