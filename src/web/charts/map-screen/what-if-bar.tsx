// Says that something is only tried, how to take it back, and how to make it a rating.
import type { Framework } from '../../../core/framework/framework.ts'
import { levelOf } from '../../../core/planning/levels.ts'
import { Link } from '../../parts/wayfinding.tsx'
import { mapWords } from '../../words/map.ts'
import { skillName } from '../../words/names.ts'
import { changedSkills, type LevelSource, type WhatIf } from '../profile/what-if.ts'
import { useLevelsOf } from './live.ts'

export function WhatIfBar(props: {
  framework: Framework
  whatIf: WhatIf
  source: LevelSource
  narrow: boolean
}) {
  const { framework, whatIf, source, narrow } = props
  const levels = useLevelsOf(source)
  const changed = changedSkills(whatIf.base, levels)
  if (changed.length === 0) {
    return (
      <p className="what-if small quiet" data-idle>
        {narrow ? mapWords.whatIfHintNarrow : mapWords.whatIfHint}
      </p>
    )
  }
  const said = changed
    .slice(-3)
    .map((skill) =>
      mapWords.change(
        skillName(framework, skill),
        levelOf(whatIf.base, skill).level,
        levelOf(levels, skill).level,
      ),
    )
  const only = changed.length === 1 ? changed[0] : undefined
  return (
    <div className="what-if">
      <strong className="what-if-mark">{mapWords.whatIf}</strong>
      <span>
        {said.join('; ')}
        {changed.length > said.length ? mapWords.andMore(changed.length - said.length) : ''}
      </span>
      <span className="small quiet">{mapWords.notSaved}</span>
      <span className="what-if-hands">
        <button type="button" className="tool" onClick={whatIf.undo}>
          {mapWords.undo}
        </button>
        <button type="button" className="tool" onClick={whatIf.reset}>
          {mapWords.reset}
        </button>
        <Link to="/assess" search={only ? { skill: only } : {}} className="tool">
          {mapWords.rate}
        </Link>
      </span>
    </div>
  )
}
