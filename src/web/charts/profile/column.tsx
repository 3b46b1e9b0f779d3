// One column of the profile: you, what is missing, what is beyond, and how firmly it stands.
import { memo, useLayoutEffect, useRef } from 'react'
import { type LevelEntry, levelOf } from '../../../core/planning/levels.ts'
import { mapWords } from '../../words/map.ts'
import { round } from '../boxes.ts'
import { fillOf, type Palette } from '../palette.ts'
import { ABOVE, BASE, type Column, columnParts, HEIGHT } from './geometry.ts'
import type { WhatIf } from './what-if.ts'

export interface ColumnProps {
  column: Column
  step: number
  top: number
  levelNames: readonly string[]
  palette: Palette
  hatch: string
  whatIf: Pick<WhatIf, 'subscribe' | 'levels' | 'base'>
  /** Whether the Tab key stops here; null where nothing can be tried, such as in a file. */
  inTabOrder: boolean | null
}

/** A hair of paper between two columns. */
const PARTING = 0.6

/**
 * While a level is tried, the column writes what changes onto its own elements, without asking React: a finger is
 * followed in the frame of its event. Whenever React draws the column, it draws the same levels.
 */
export const ColumnMark = memo(function ColumnMark(props: ColumnProps) {
  const { column, whatIf } = props
  const ref = useRef<SVGGElement>(null)
  const shown = useRef<LevelEntry | null>(null)
  const entry = levelOf(whatIf.levels(), column.skill)
  useLayoutEffect(() => {
    shown.current = entry
    const follow = () => {
      const next = levelOf(whatIf.levels(), column.skill)
      if (ref.current && next !== shown.current) writeColumn(ref.current, props, next)
      shown.current = next
    }
    follow()
    return whatIf.subscribe(follow)
  })
  if (props.inTabOrder === null) return <Marks {...props} entry={entry} />
  return (
    <g
      ref={ref}
      className="column"
      role="slider"
      tabIndex={props.inTabOrder ? 0 : -1}
      aria-label={column.name}
      aria-orientation="vertical"
      aria-valuemin={0}
      aria-valuemax={props.top}
      aria-valuenow={entry.level}
      aria-valuetext={spoken(props, entry)['aria-valuetext']}
      data-skill={column.skill}
    >
      <rect
        className="column-hit"
        x={round(column.x)}
        y={ABOVE - 16}
        width={round(column.width)}
        height={HEIGHT + 16}
        fill={props.palette.paper}
        fillOpacity={0}
      />
      <Marks {...props} entry={entry} />
    </g>
  )
})

function isTried({ column, whatIf }: ColumnProps, entry: LevelEntry): boolean {
  return levelOf(whatIf.base, column.skill).level !== entry.level
}

function spoken(props: ColumnProps, entry: LevelEntry) {
  const { needed, weight } = props.column
  const { level, assumed } = entry
  const levelName = props.levelNames[level] ?? ''
  const tried = isTried(props, entry)
  return {
    'aria-valuenow': level,
    'aria-valuetext': mapWords.columnSpoken({ level, levelName, needed, weight, assumed, tried }),
  }
}

const PARTS = ['solid', 'cap', 'surplus', 'edge'] as const

/** What a level decides about the four parts, by the names that attributes have in the document. */
function partsAt(props: ColumnProps, entry: LevelEntry) {
  const { column, step } = props
  const { level, assumed } = entry
  const { solid, cap, surplus } = columnParts(column.needed, level, step)
  const upright = (part: { y: number; height: number }) => ({ y: round(part.y), height: round(part.height) })
  const { x, width } = across(column)
  const tried = isTried(props, entry)
  return {
    solid: { ...upright(solid), 'fill-opacity': assumed ? 0.62 : 1 },
    cap: upright(cap),
    surplus: upright(surplus),
    edge: {
      d: assumed || level === 0 ? '' : `M${x} ${round(BASE - level * step)}h${width}`,
      'stroke-width': tried ? 3 : 1.6,
      'stroke-dasharray': tried ? '4 2' : 'none',
    },
  }
}

function across(column: Column) {
  return { x: round(column.x + PARTING / 2), width: round(Math.max(0, column.width - PARTING)) }
}

function writeColumn(group: SVGGElement, props: ColumnProps, entry: LevelEntry): void {
  const parts = partsAt(props, entry)
  const marks = [...group.children].slice(-PARTS.length)
  PARTS.forEach((part, index) => {
    const mark = marks[index]
    if (mark) write(mark, parts[part])
  })
  write(group, spoken(props, entry))
}

function write(element: Element, attributes: Record<string, string | number>): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (element.getAttribute(name) !== String(value)) element.setAttribute(name, String(value))
  }
}

/** All four are always there, in the order of `PARTS`, and one without height or way is not seen; a file leaves it out. */
function Marks(props: ColumnProps & { entry: LevelEntry }) {
  const { column, palette, entry } = props
  const colour = fillOf(palette, column.group)
  const { solid, cap, surplus, edge } = partsAt(props, entry)
  const { 'fill-opacity': firmness, ...upright } = solid
  const { d, 'stroke-width': edgeWidth, 'stroke-dasharray': dashes } = edge
  const isHere = (extent: number | string) => props.inTabOrder !== null || Boolean(extent)
  return (
    <>
      <rect {...across(column)} {...upright} fill={colour} fillOpacity={firmness} />
      {isHere(cap.height) ? <rect {...across(column)} {...cap} fill={`url(#${props.hatch})`} /> : null}
      {isHere(surplus.height) ? (
        <rect
          x={round(column.x + 1.2)}
          width={round(Math.max(0, column.width - 2.4))}
          {...surplus}
          fill={palette.paper}
          fillOpacity={0}
          stroke={colour}
          strokeWidth={1.4}
        />
      ) : null}
      {isHere(d) ? (
        <path d={d} stroke={palette.ink} strokeWidth={edgeWidth} strokeDasharray={dashes} />
      ) : null}
    </>
  )
}
