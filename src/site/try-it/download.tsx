// The one way in which something tried is kept: a file that the visitor asks for.
import { levelOf } from '../../core/planning/levels.ts'
import type { MapScreen } from '../../web/charts/map-screen/use-map-screen.ts'
import { changedSkills } from '../../web/charts/profile/what-if.ts'
import { topFocusFor } from '../../web/focus/top-focus.ts'
import { siteWords } from '../../web/words/site.ts'

export function Download({ screen }: { screen: MapScreen }) {
  return (
    <section className="section stack no-print">
      <p>
        <button type="button" className="button" onClick={() => save(triedOut(screen, new Date()))}>
          {siteWords.download}
        </button>
      </p>
      <p className="small quiet">{siteWords.downloadAbout}</p>
    </section>
  )
}

/** In the manner of a personal export: what it is, which framework it rests on, and what was chosen and tried. */
function triedOut(screen: MapScreen, at: Date) {
  const { framework, state, whatIf, toRole } = screen
  const levels = whatIf.levels()
  const tried = changedSkills(whatIf.base, levels).map((skill) => ({
    skill,
    level: levelOf(levels, skill).level,
    assumedBefore: levelOf(whatIf.base, skill).level,
  }))
  const focus = toRole === state.role ? [] : topFocusFor(framework, levels, state.role, toRole)
  return {
    schema: 'skillmap-tried-out',
    version: 1,
    exportedAt: at.toISOString(),
    framework: { id: framework.id, name: framework.name, version: framework.version },
    role: state.role,
    destination: state.destination,
    tried,
    focus: focus.map(({ skill, now, needed, reason }) => ({ skill, now, needed, reason })),
  }
}

function save(content: ReturnType<typeof triedOut>): void {
  const blob = new Blob([`${JSON.stringify(content, null, 2)}\n`], { type: 'application/json' })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = `${content.framework.id}-tried-${content.exportedAt.slice(0, 10)}.json`
  link.click()
  URL.revokeObjectURL(link.href)
}
