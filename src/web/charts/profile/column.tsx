// One column of the profile: you, what is missing, what is beyond, and how firmly it stands.
import { memo, useSyncExternalStore } from 'react'
import { levelOf } from '../../../core/planning/levels.ts'
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

export const ColumnMark = memo(function ColumnMark(props: ColumnProps) {
  const { column, whatIf } = props
  const read = () => levelOf(whatIf.levels(), column.skill)
  const entry = useSyncExternalStore(whatIf.subscribe, read, read)
  const tried = levelOf(whatIf.base, column.skill).level !== entry.level
  const parts = <ColumnRects {...props} level={entry.level} assumed={entry.assumed} tried={tried} />
  if (props.inTabOrder === null) return parts
  const level = entry.level
  return (
    <g
      className="column"
      role="slider"
      tabIndex={props.inTabOrder ? 0 : -1}
      aria-label={column.name}
      aria-orientation="vertical"
      aria-valuemin={0}
      aria-valuemax={props.top}
      aria-valuenow={level}
      aria-valuetext={mapWords.columnSpoken({
        level,
        levelName: props.levelNames[level] ?? '',
        needed: column.needed,
        weight: column.weight,
        assumed: entry.assumed,
        tried,
      })}
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
      {parts}
    </g>
  )
})

function ColumnRects(props: ColumnProps & { level: number; assumed: boolean; tried: boolean }) {
  const { column, palette, level, assumed, tried } = props
  const { solid, cap, surplus } = columnParts(column.needed, level, props.step)
  const colour = fillOf(palette, column.group)
  const across = {
    x: round(column.x + PARTING / 2),
    width: round(Math.max(0, column.width - PARTING)),
  }
  const topOfYou = BASE - level * props.step
  return (
    <>
      <rect
        {...across}
        y={round(solid.y)}
        height={round(solid.height)}
        fill={colour}
        fillOpacity={assumed ? 0.62 : 1}
      />
      {cap.height > 0 ? (
        <rect {...across} y={round(cap.y)} height={round(cap.height)} fill={`url(#${props.hatch})`} />
      ) : null}
      {surplus.height > 0 ? (
        <rect
          x={round(column.x + 1.2)}
          width={round(Math.max(0, column.width - 2.4))}
          y={round(surplus.y)}
          height={round(surplus.height)}
          fill={palette.paper}
          fillOpacity={0}
          stroke={colour}
          strokeWidth={1.4}
        />
      ) : null}
      {assumed || level === 0 ? null : (
        <path
          d={`M${across.x} ${round(topOfYou)}h${across.width}`}
          stroke={palette.ink}
          strokeWidth={tried ? 3 : 1.6}
          {...(tried ? { strokeDasharray: '4 2' } : {})}
        />
      )}
    </>
  )
}
