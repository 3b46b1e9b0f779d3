// The long view as a figure with its reading above and the same as a table below.
import { useRef } from 'react'
import type { Framework } from '../../core/framework/framework.ts'
import type { SimulatedRoute } from '../../core/plan/simulate-route.ts'
import { longViewGeometry } from '../charts/long-view/geometry.ts'
import { LongViewDrawing } from '../charts/long-view/long-view.tsx'
import { FAR, yearsOf } from '../charts/long-view/placed.ts'
import { waysToDraw } from '../charts/long-view/ways-to-draw.ts'
import { useWidth } from '../charts/map-screen/use-width.ts'
import { pagePalette } from '../charts/palette.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { Reading } from '../parts/reading.tsx'
import { aheadWords } from '../words/ahead.ts'
import { hoursInWords } from '../words/hours.ts'
import { roleInSentence, roleName } from '../words/names.ts'
import type { AheadState } from './ahead-state.ts'

/** CSS pixels between the margins of a sheet of A4, upright. */
const ON_PAPER = 680

interface FigureProps {
  framework: Framework
  state: AheadState
  routes: readonly SimulatedRoute[]
  thisYear: number
}

export function legId(way: number, leg: number): string {
  return `leg-${way + 1}-${leg + 1}`
}

export function LongViewFigure({ framework, state, routes, thisYear }: FigureProps) {
  const sheet = useRef<HTMLDivElement>(null)
  const width = useWidth(sheet)
  const picture = {
    ways: waysToDraw(framework, state.from, routes),
    startYear: state.startYear,
    thisYear,
  }
  const palette = pagePalette(framework)
  const { first, last } = yearsOf(picture)
  return (
    <figure className="ahead-figure stack-s">
      <figcaption className="stack-s">
        <Reading>{routes.map((route) => readingOf(framework, route)).join(' ')}</Reading>
      </figcaption>
      <div ref={sheet} className="no-print">
        {width === null ? null : (
          <LongViewDrawing
            geometry={longViewGeometry(picture, width)}
            palette={palette}
            label={aheadWords.chart}
            hrefOf={(way, leg) => `#${legId(way, leg)}`}
          />
        )}
      </div>
      <div className="print-only">
        <LongViewDrawing
          geometry={longViewGeometry(picture, ON_PAPER)}
          palette={palette}
          label={aheadWords.chart}
        />
      </div>
      <p className="small quiet">
        {aheadWords.chartHelp} {last > first + FAR ? aheadWords.beyond : null}
      </p>
      <Disclosure summary={aheadWords.table}>
        <LegsTable framework={framework} routes={routes} />
      </Disclosure>
    </figure>
  )
}

/** "From senior engineer to tech lead, then engineering manager: 2026 to 2033, with about 620 hours of practice." */
function readingOf(framework: Framework, route: SimulatedRoute): string {
  const [first, last] = [route.legs[0], route.legs.at(-1)]
  if (!first || !last) return ''
  const name = (role: string) => roleInSentence(framework, role)
  const steps = route.legs.map((leg, index) => {
    const staying = leg.from === leg.to
    if (index > 0) return staying ? aheadWords.furtherStay : name(leg.to)
    return staying ? aheadWords.firstStay(name(leg.to)) : aheadWords.firstStep(name(leg.from), name(leg.to))
  })
  const sentence = steps.join(', then ')
  return route.hours > 0
    ? aheadWords.readingWithHours(sentence, first.startYear, last.endYear, hoursInWords(route.hours))
    : aheadWords.reading(sentence, first.startYear, last.endYear)
}

function LegsTable({ framework, routes }: { framework: Framework; routes: readonly SimulatedRoute[] }) {
  const several = routes.length > 1
  return (
    <div className="scroll-x">
      <table className="data-table">
        <thead>
          <tr>
            {several ? <th scope="col">{aheadWords.tableWay}</th> : null}
            <th scope="col">{aheadWords.tableRole}</th>
            <th scope="col">{aheadWords.tableFrom}</th>
            <th scope="col">{aheadWords.tableTo}</th>
            <th scope="col">{aheadWords.tableBack}</th>
          </tr>
        </thead>
        <tbody>
          {routes.flatMap((route, way) =>
            route.legs.map((leg, index) => (
              <tr key={legId(way, index)}>
                {several ? <td>{way + 1}</td> : null}
                <th scope="row">{roleName(framework, leg.to)}</th>
                <td>{leg.startYear}</td>
                <td>{leg.endYear}</td>
                <td>{leg.wayBack.sentence}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </div>
  )
}
