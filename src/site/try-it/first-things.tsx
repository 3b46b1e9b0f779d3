// What would be worth most to work on, following what is tried.
import { useLevelsOf } from '../../web/charts/map-screen/live.ts'
import type { MapScreen } from '../../web/charts/map-screen/use-map-screen.ts'
import { FocusList } from '../../web/focus/focus-list.tsx'
import { topFocusFor } from '../../web/focus/top-focus.ts'
import { siteWords } from '../../web/words/site.ts'

export function FirstThings({ screen }: { screen: MapScreen }) {
  const { framework, state, toRole } = screen
  const levels = useLevelsOf(screen.sources.panel)
  const items = toRole === state.role ? [] : topFocusFor(framework, levels, state.role, toRole)
  return (
    <section className="section stack" aria-labelledby="first-things">
      <h2 id="first-things">{siteWords.focusTitle}</h2>
      {toRole === state.role ? <p className="quiet">{siteWords.focusNone}</p> : null}
      {toRole !== state.role && items.length === 0 ? <p>{siteWords.focusNothing}</p> : null}
      {items.length > 0 ? <FocusList framework={framework} items={items} /> : null}
    </section>
  )
}
