// A chart as a figure: its reading in words above, the drawing at its own width, on paper too, and a table below.
import { type ReactNode, useRef } from 'react'
import { useWidth } from '../charts/map-screen/use-width.ts'
import './chart-figure.css'
import { Disclosure } from './disclosure.tsx'

/** CSS pixels between the margins of a sheet of A4, upright. */
const ON_PAPER = 680

export interface ChartFigureProps {
  /** What the chart says, in sentences: for those who do not see it and for those who do. */
  reading: ReactNode
  /** How to look at it. */
  help?: ReactNode
  /** The drawing for a width in CSS pixels. */
  draw: (width: number) => ReactNode
  table: ReactNode
  tableSummary: string
  children?: ReactNode
}

export function ChartFigure({ reading, help, draw, table, tableSummary, children }: ChartFigureProps) {
  const sheet = useRef<HTMLDivElement>(null)
  const width = useWidth(sheet)
  return (
    <figure className="chart-figure stack-s">
      <figcaption className="stack-s">
        {reading}
        {help ? <p className="small quiet no-print">{help}</p> : null}
      </figcaption>
      <div ref={sheet} className="no-print">
        {width === null ? null : draw(width)}
      </div>
      <div className="print-only">{draw(ON_PAPER)}</div>
      {children}
      <Disclosure summary={tableSummary}>{table}</Disclosure>
    </figure>
  )
}
