// The elevation profile, drawn: levels, columns, ridge, baseline, names of the groups.
import { memo, type ReactNode, type RefAttributes, type SVGAttributes, useId, useMemo } from 'react'
import type { Framework } from '../../../core/framework/framework.ts'
import { inSentence } from '../../../core/planning/plain-words.ts'
import { type Box, round } from '../boxes.ts'
import { DRAWING_ONLY, LINKS_IN_A_PICTURE } from '../drawing-only.ts'
import { FACE, fillOf, type Palette } from '../palette.ts'
import { textWidth } from '../text-width.ts'
import { ColumnMark } from './column.tsx'
import { BASE, LEFT, type ProfileGeometry, ridgePath, WIDTH } from './geometry.ts'
import type { WhatIf } from './what-if.ts'

export interface ProfileProps {
  framework: Framework
  geometry: ProfileGeometry
  palette: Palette
  size: number
  whatIf: Pick<WhatIf, 'subscribe' | 'levels' | 'base'>
  /** The skill at which the Tab key stops; null where nothing can be tried. */
  tabStop: string | null
  label: string
  /** What moves with the numbers: the names over the highest scores. */
  children?: ReactNode
  /** Where it stands inside a larger picture. */
  place?: Box
  listeners?: SVGAttributes<SVGSVGElement> & RefAttributes<SVGSVGElement>
}

/** The whole picture, its gutter and edge included. */
export const PROFILE_WIDTH = LEFT + WIDTH + 10
export const PROFILE_HEIGHT = BASE + 30

export function Profile(props: ProfileProps) {
  const { geometry, palette, size, tabStop } = props
  const id = useId().replaceAll(/[^\w-]/g, '')
  const { scale, language } = props.framework
  const levelNames = useMemo(() => scale.map((level) => inSentence(level.name, language)), [scale, language])
  return (
    <svg
      className="profile"
      viewBox={`0 0 ${PROFILE_WIDTH} ${PROFILE_HEIGHT}`}
      {...LINKS_IN_A_PICTURE}
      aria-label={props.label}
      {...props.place}
      {...props.listeners}
    >
      <Hatches framework={props.framework} palette={palette} id={id} />
      <LevelLines framework={props.framework} geometry={geometry} palette={palette} size={size} />
      {geometry.columns
        .filter((column) => column.width > 0)
        .map((column) => (
          <ColumnMark
            key={column.skill}
            column={column}
            step={geometry.step}
            top={geometry.top}
            levelNames={levelNames}
            palette={palette}
            hatch={`${id}-${column.group}`}
            whatIf={props.whatIf}
            inTabOrder={tabStop === null ? null : tabStop === column.skill}
          />
        ))}
      <Ridge geometry={geometry} palette={palette} />
      <GroupNames geometry={geometry} palette={palette} size={size} />
      {props.children}
    </svg>
  )
}

const Hatches = memo(function Hatches(props: { framework: Framework; palette: Palette; id: string }) {
  return (
    <defs>
      {props.framework.groups.map((group) => (
        <pattern
          key={group.id}
          id={`${props.id}-${group.id}`}
          width={5}
          height={5}
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path d="M0 0V5" stroke={fillOf(props.palette, group.id)} strokeWidth={2.1} />
        </pattern>
      ))}
    </defs>
  )
})

interface PartProps {
  geometry: ProfileGeometry
  palette: Palette
  size: number
}

const LevelLines = memo(function LevelLines(props: PartProps & { framework: Framework }) {
  const { geometry, palette, size } = props
  const levels = props.framework.scale.filter((level) => level.level > 0)
  return (
    <g fontFamily={FACE} fontSize={size} fill={palette.inkSoft} {...DRAWING_ONLY}>
      {levels.map((level) => {
        const y = BASE - level.level * geometry.step
        return (
          <g key={level.level}>
            <path d={`M${LEFT} ${y}h${WIDTH}`} stroke={palette.hairline} strokeWidth={1} />
            <text className="gutter-name" x={4} y={round(y + size * 0.35)}>
              <tspan fontWeight={600}>{level.level}</tspan> {level.name}
            </text>
          </g>
        )
      })}
    </g>
  )
})

const Ridge = memo(function Ridge({ geometry, palette }: Omit<PartProps, 'size'>) {
  return (
    <g fill="none" {...DRAWING_ONLY}>
      <path d={ridgePath(geometry)} stroke={palette.ink} strokeWidth={2.2} strokeLinejoin="miter" />
      {geometry.columns
        .filter((column) => column.width > 0)
        .map((column) => (
          <path
            key={column.skill}
            d={`M${round(column.x)} ${column.kind === 'hard' ? BASE + 2.5 : BASE + 0.5}h${round(column.width)}`}
            stroke={column.kind === 'hard' ? palette.hard : palette.hairlineStrong}
            strokeWidth={column.kind === 'hard' ? 5 : 1}
          />
        ))}
    </g>
  )
})

/** Where a group is too narrow for its name, the name is left out: the columns still carry it. */
const GroupNames = memo(function GroupNames({ geometry, palette, size }: PartProps) {
  return (
    <g fontFamily={FACE} fontSize={size} fontWeight={600} {...DRAWING_ONLY}>
      {geometry.groups
        .filter((group) => group.width > textWidth(group.name, size))
        .map((group) => (
          <text
            key={group.group}
            className="group-name"
            x={round(group.x)}
            y={BASE + 9 + size}
            fill={fillOf(palette, group.group)}
          >
            {group.name}
          </text>
        ))}
    </g>
  )
})
