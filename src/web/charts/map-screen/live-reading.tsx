// The one-line reading, which follows a what-if and is read aloud politely.

import { OwnMark } from '../../parts/own-mark.tsx'
import { Reading } from '../../parts/reading.tsx'
import { mapWords } from '../../words/map.ts'
import { changedSkills } from '../profile/what-if.ts'
import { useLevelsOf } from './live.ts'
import { readAloud } from './read-aloud.ts'
import type { MapScreen } from './use-map-screen.ts'

export function LiveReading({ screen }: { screen: MapScreen }) {
  const { framework, state, now, detour, whatIf } = screen
  const levels = useLevelsOf(screen.sources.words)
  const reading = readAloud(framework, levels, state, now.rated, detour)
  const tried = changedSkills(whatIf.base, levels).length > 0
  return (
    <div className="map-reading">
      <Reading>{tried ? mapWords.whatIfReading(reading) : reading}</Reading>
      {now.rated ? <OwnMark /> : null}
    </div>
  )
}
