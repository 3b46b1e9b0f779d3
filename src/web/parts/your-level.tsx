// The person's own level, with the mark of what is only assumed.
import type { Framework } from '../../core/framework/framework.ts'
import type { LevelEntry } from '../../core/planning/levels.ts'
import { levelName, levelWords } from '../words/level.ts'

/** With the framework given, the level is named: "2, working". */
export function YourLevel({ entry, framework }: { entry: LevelEntry; framework?: Framework }) {
  const level = framework ? levelName(framework, entry.level) : entry.level
  if (entry.assumed)
    return (
      <span>
        {level}{' '}
        <span className="assumed" title={levelWords.assumedTitle}>
          {levelWords.assumed}
        </span>
      </span>
    )
  return (
    <span>
      {level}
      {entry.approaching ? `, ${levelWords.approaching(entry.level + 1)}` : ''}
    </span>
  )
}
