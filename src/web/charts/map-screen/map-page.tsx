// The map: where you are, where you could go, what it asks, and what to try first, on one picture.
import { Link } from '@tanstack/react-router'
import { levelsAtExpectation } from '../../../core/planning/levels.ts'
import { OwnMarkContext } from '../../parts/own-mark.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { WhoCanSee } from '../../who-sees/who-can-see.tsx'
import { mapWords } from '../../words/map.ts'
import { matrixWords } from '../../words/matrix.ts'
import { ExportPicture } from './export-picture.tsx'
import { GradeClaims } from './grade-claims.tsx'
import { HowItCame } from './how-it-came.tsx'
import { LiveReading } from './live-reading.tsx'
import { MapCanvas } from './map-canvas.tsx'
import { MapTables } from './map-tables.tsx'
import { MapTools } from './map-tools.tsx'
import { Onward, SharedLine } from './onward.tsx'
import { readAloud } from './read-aloud.ts'
import { useMapScreen } from './use-map-screen.ts'
import '../../styles/map.css'

export function MapPage() {
  const screen = useMapScreen()
  const { framework, target, state, levels, sources, now, detour, toRole } = screen
  const expected = levelsAtExpectation(framework, state.role)
  return (
    <div className="map-page">
      <PageHead title={mapWords.title}>
        <MapTools framework={framework} state={state} target={target} />
      </PageHead>
      <figure className="map-sheet">
        <figcaption>
          <OwnMarkContext value={<WhoCanSee of="rating" />}>
            <LiveReading screen={screen} />
          </OwnMarkContext>
          <Onward framework={framework} state={state} target={target} />
          <SharedLine framework={framework} levels={levels} state={state} also={now.also} />
        </figcaption>
        {state.tables ? (
          <MapTables framework={framework} source={sources.words} state={state} rated={now.rated} />
        ) : (
          <MapCanvas screen={screen} />
        )}
      </figure>
      <HowItCame
        framework={framework}
        source={sources.words}
        fromRole={state.role}
        toRole={toRole}
        rated={now.rated}
      />
      <p className="small no-print">
        <Link to="/matrix" search={{ role: toRole }}>
          {matrixWords.toMatrix}
        </Link>
      </p>
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
            : readAloud(framework, expected, state, false, detour)
        }
      />
    </div>
  )
}
