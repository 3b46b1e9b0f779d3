// Levels as a row of small boxes: solid is here, hatched is still to come, outlined is not asked for.
import type { Framework } from '../../core/framework/framework.ts'
import { levelWords } from '../words/level.ts'
import { groupColours } from './group-dot.tsx'

export function LevelPips(props: { framework: Framework; group: string; now: number; needed: number }) {
  const { framework, now, needed } = props
  const group = framework.groups.find((one) => one.id === props.group)
  return (
    <span
      className="pips"
      style={group ? groupColours(group) : undefined}
      role="img"
      aria-label={levelWords.nowNeeded(now, needed)}
    >
      {framework.scale.slice(1).map((step) => (
        <span
          key={step.level}
          data-state={step.level <= now ? 'here' : step.level <= needed ? 'gap' : 'rest'}
        />
      ))}
    </span>
  )
}
