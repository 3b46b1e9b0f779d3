// The names over the highest scores, with their leaders.
import { memo } from 'react'
import { round } from '../boxes.ts'
import { DRAWING_ONLY } from '../drawing-only.ts'
import { FACE, type Palette } from '../palette.ts'
import type { PlacedName } from './place-names.ts'

const LINE = 1.16

export const TopNames = memo(function TopNames(props: {
  names: readonly PlacedName[]
  size: number
  palette: Palette
  /** The skill under the pointer, if any, whose name is set in full weight. */
  pointed?: string | null
}) {
  const { names, size, palette } = props
  return (
    <g className="top-names" fontFamily={FACE} fontSize={size} textAnchor="middle" {...DRAWING_ONLY}>
      {names.map((name) => (
        <g key={name.skill}>
          <path d={name.leader} fill="none" stroke={palette.inkSoft} strokeWidth={1} />
          <text
            className="top-name"
            x={round(name.x)}
            y={round(name.y)}
            fill={palette.ink}
            fontWeight={name.skill === props.pointed ? 750 : 600}
            stroke={palette.paper}
            strokeWidth={4}
            strokeLinejoin="round"
            paintOrder="stroke"
          >
            {name.lines.map((line, index) => (
              <tspan key={line} x={round(name.x)} dy={index === 0 ? 0 : round(LINE * size)}>
                {line}
              </tspan>
            ))}
            <tspan x={round(name.x)} dy={round(LINE * size)} fontWeight={400} fill={palette.inkSoft}>
              {name.figures}
            </tspan>
          </text>
        </g>
      ))}
    </g>
  )
})
