// One level in short: its likely range, and the way to what it rests on. Nothing where nobody has rated.
import { Link } from '@tanstack/react-router'
import type { Skill } from '../../core/framework/framework.ts'
import { topLevel } from '../../core/framework/look-up.ts'
import { RangeStrip } from '../charts/level-range/range-strip.tsx'
import { readLevels } from '../charts/level-range/read-levels.ts'
import { fillOf, pagePalette } from '../charts/palette.ts'
import { likelyWords, standingWords } from '../words/standing.ts'
import { useStanding } from './use-standing.ts'
import './range-strip.css'

export function LevelShort({ skill }: { skill: Skill }) {
  const { framework, levels, role } = useStanding()
  const row = readLevels(framework, levels, role).find((one) => one.skill === skill.id)
  if (!row?.measured) return null
  const palette = pagePalette(framework)
  return (
    <div className="range-short">
      <RangeStrip
        {...row}
        top={topLevel(framework)}
        colour={fillOf(palette, row.group)}
        palette={palette}
        asked={null}
      />
      <p className="small">
        {likelyWords.sentence(row)}{' '}
        <Link to="/levels" hash={skill.id}>
          {standingWords.rests}
        </Link>
      </p>
    </div>
  )
}
