// All levels as a list that opens: a name, its likely range, and on request what it rests on.
import { useRouterState } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { topLevel } from '../../core/framework/look-up.ts'
import { levelsGeometry } from '../charts/level-range/geometry.ts'
import { LevelRange, RangeKey } from '../charts/level-range/level-range.tsx'
import { RangeStrip } from '../charts/level-range/range-strip.tsx'
import { type LevelRow, rowsByGroup } from '../charts/level-range/read-levels.ts'
import { fillOf, type Palette, pagePalette } from '../charts/palette.ts'
import { useIsWide } from '../data/use-is-wide.ts'
import { GroupDot } from '../parts/group-dot.tsx'
import { aRole } from '../words/names.ts'
import { likelyWords, standingWords } from '../words/standing.ts'
import { LevelDetail } from './level-detail.tsx'
import type { Standing } from './use-standing.ts'
import './range-strip.css'

/** CSS pixels between the margins of a sheet of A4, upright. */
const ON_PAPER = 680

interface RowsProps {
  standing: Standing
  rows: LevelRow[]
  /** The role that the marks belong to; null where there is none. */
  askedBy: string | null
}

/**
 * Skills that are asked for or rated come first; the others wait in a fold. On a phone what is only assumed waits there,
 * too: a level that nobody rated says no more than the role does.
 */
export function LevelRows({ standing, rows, askedBy }: RowsProps) {
  const { framework } = standing
  const palette = pagePalette(framework)
  const hash = useRouterState({ select: (state) => state.location.hash })
  const isWide = useIsWide()
  const isShown = (row: LevelRow) => !row.assumed || (isWide && row.asked !== null)
  const onPaper = rows.filter((row) => row.asked !== null || !row.assumed)
  const shown = rows.filter(isShown)
  const rest = rows.filter((row) => !isShown(row))
  return (
    <>
      <RangeKey
        palette={palette}
        askedBy={askedBy === null ? null : aRole(framework, askedBy)}
        hasAssumed={rows.some(({ assumed }) => assumed)}
      />
      <div className="no-print">
        <Groups standing={standing} rows={shown} palette={palette} />
        {rest.length > 0 ? (
          <details className="fold level-rest" open={rest.some((row) => row.skill === hash)}>
            <summary>
              <span>
                {isWide ? standingWords.others(rest.length) : standingWords.assumedOnly(rest.length)}
              </span>
            </summary>
            <Groups standing={standing} rows={rest} palette={palette} />
          </details>
        ) : null}
      </div>
      <div className="print-only">
        {rowsByGroup(framework, onPaper).map(({ group, rows: own }) => (
          <figure key={group.id} className="level-figure">
            <LevelRange
              geometry={levelsGeometry(framework, own, ON_PAPER, onPaper)}
              palette={palette}
              label={standingWords.chartLabel}
            />
          </figure>
        ))}
      </div>
    </>
  )
}

function Groups({ standing, rows, palette }: { standing: Standing; rows: LevelRow[]; palette: Palette }) {
  const { framework } = standing
  return rowsByGroup(framework, rows).map(({ group, rows: own }) => (
    <section key={group.id} className="level-group">
      <header className="level-row level-head">
        <h3>
          <GroupDot framework={framework} group={group.id} /> {group.name}
        </h3>
        <Axis top={topLevel(framework)} />
      </header>
      <ul>
        {own.map((row) => (
          <Row key={row.skill} standing={standing} row={row} palette={palette} />
        ))}
      </ul>
    </section>
  ))
}

/** The levels above the strips. */
function Axis({ top }: { top: number }) {
  const every = Math.ceil(top / 6)
  const levels = Array.from({ length: Math.floor(top / every) + 1 }, (_, index) => index * every)
  return (
    <span className="level-strip level-axis" aria-hidden="true">
      {levels.map((level) => (
        <span key={level} style={{ insetInlineStart: `${top > 0 ? (100 * level) / top : 0}%` }}>
          {level}
        </span>
      ))}
    </span>
  )
}

/** Opens by itself where the address points at it. */
function Row({ standing, row, palette }: { standing: Standing; row: LevelRow; palette: Palette }) {
  const hash = useRouterState({ select: (state) => state.location.hash })
  const [open, setOpen] = useState(hash === row.skill)
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (hash !== row.skill) return
    setOpen(true)
    item.current?.scrollIntoView({ block: 'start' })
  }, [hash, row.skill])
  return (
    <li id={row.skill} ref={item}>
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="level-row">
          <span className="level-name">{row.name}</span>
          <span className="level-strip">
            <RangeStrip
              {...row}
              top={topLevel(standing.framework)}
              colour={fillOf(palette, row.group)}
              palette={palette}
            />
          </span>
          <span className="level-text" aria-hidden="true">
            {likelyWords.short(row)}
          </span>
          <span className="visually-hidden">
            {likelyWords.spoken(row)}
            {row.asked === null ? '' : `, ${likelyWords.asked(row.asked)}`}
          </span>
        </summary>
        {open ? <LevelDetail standing={standing} row={row} palette={palette} /> : null}
      </details>
    </li>
  )
}
