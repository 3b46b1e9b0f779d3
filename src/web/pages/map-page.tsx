// The map: where you are, where you could go, what it asks, and what to try first, on one picture.
import { useSearch } from '@tanstack/react-router'
import { useMemo, useRef } from 'react'
import { levelsAtExpectation } from '../../core/planning/levels.ts'
import { STAY } from '../../core/target/target.ts'
import { ExportPicture } from '../charts/map-screen/export-picture.tsx'
import { GradeClaims } from '../charts/map-screen/grade-claims.tsx'
import { HowItCame } from '../charts/map-screen/how-it-came.tsx'
import { liveSources } from '../charts/map-screen/live.ts'
import { LiveReading } from '../charts/map-screen/live-reading.tsx'
import { MapList } from '../charts/map-screen/map-list.tsx'
import { alsoInMind, readMapState } from '../charts/map-screen/map-state.ts'
import { MapTables } from '../charts/map-screen/map-tables.tsx'
import { MapTools } from '../charts/map-screen/map-tools.tsx'
import { MapView } from '../charts/map-screen/map-view.tsx'
import { Onward, SharedLine } from '../charts/map-screen/onward.tsx'
import { ProfileList } from '../charts/map-screen/profile-list.tsx'
import { ProfileView } from '../charts/map-screen/profile-view.tsx'
import { readAloud } from '../charts/map-screen/read-aloud.ts'
import { detourTo, profileRole, situationOf } from '../charts/map-screen/situation.ts'
import { useWidth } from '../charts/map-screen/use-width.ts'
import { WhatIfBar } from '../charts/map-screen/what-if-bar.tsx'
import { PROFILE_WIDTH } from '../charts/profile/profile.tsx'
import { createWhatIf } from '../charts/profile/what-if.ts'
import { labelSize } from '../charts/text-width.ts'
import { useFramework } from '../data/use-framework.ts'
import { useLevels } from '../data/use-levels.ts'
import { useMe } from '../data/use-me.ts'
import { PageHead } from '../parts/page-head.tsx'
import { mapWords } from '../words/map.ts'
import { roleName } from '../words/names.ts'
import '../styles/map.css'

/** Below this width of its own the map becomes a list. */
const WIDE_ENOUGH = 1100

export function MapPage() {
  const framework = useFramework()
  const { target } = useMe()
  const search = useSearch({ strict: false })
  const state = useMemo(() => readMapState(framework, search, target), [framework, search, target])
  const levels = useLevels(state.role)
  const whatIf = useMemo(() => createWhatIf(levels), [levels])
  const sources = useMemo(() => liveSources(whatIf), [whatIf])
  const { now, detour } = useMemo(() => {
    const way = detourTo(framework, levelsAtExpectation(framework, state.role), state)
    return { now: situationOf(state, levels, way, alsoInMind(framework, state, target)), detour: way }
  }, [framework, levels, state, target])
  const sheet = useRef<HTMLDivElement>(null)
  const width = useWidth(sheet)
  const narrow = width !== null && width < WIDE_ENOUGH
  const size = labelSize((width ?? WIDE_ENOUGH) / framework.layout.width)
  const toRole = profileRole(state)
  const shared = { framework, levels, sources, state, now, target, size }
  return (
    <div className="map-page">
      <PageHead title={mapWords.title}>
        <MapTools framework={framework} state={state} target={target} narrow={narrow} />
      </PageHead>
      <figure ref={sheet} className="map-sheet" data-narrow={narrow || undefined}>
        <figcaption>
          <LiveReading {...shared} detour={detour} changed={() => whatIf.changed().length} />
          <Onward framework={framework} state={state} target={target} />
          <SharedLine framework={framework} levels={levels} state={state} also={now.also} />
        </figcaption>
        {state.tables ? (
          <MapTables framework={framework} source={sources.words} state={state} rated={now.rated} />
        ) : width === null ? null : (
          <>
            {narrow ? <MapList {...shared} /> : <MapView {...shared} />}
            <h2 className="profile-title">
              {mapWords.profileTitle(roleName(framework, toRole), toRole === state.role)}
            </h2>
            <WhatIfBar framework={framework} whatIf={whatIf} source={sources.words} narrow={narrow} />
            {narrow ? (
              <ProfileList
                framework={framework}
                role={state.role}
                toRole={toRole}
                staying={state.destination === STAY}
                whatIf={whatIf}
              />
            ) : (
              <ProfileView
                framework={framework}
                role={state.role}
                toRole={toRole}
                staying={state.destination === STAY}
                whatIf={whatIf}
                sources={sources}
                size={labelSize((width ?? WIDE_ENOUGH) / PROFILE_WIDTH)}
              />
            )}
          </>
        )}
      </figure>
      <HowItCame
        framework={framework}
        source={sources.words}
        fromRole={state.role}
        toRole={toRole}
        rated={now.rated}
      />
      {state.company ? <GradeClaims framework={framework} company={state.company} /> : null}
      <ExportPicture
        framework={framework}
        levels={levels}
        personal={now.rated}
        now={now}
        toRole={toRole}
        company={state.company}
        readingOf={(personal) =>
          personal
            ? readAloud(framework, levels, state, now.rated, detour)
            : readAloud(framework, levelsAtExpectation(framework, state.role), state, false, detour)
        }
      />
    </div>
  )
}
