// The person's own level, with the mark of what is only assumed.
import type { LevelEntry } from '../../core/planning/levels.ts'
import { levelWords } from '../words/level.ts'

export function YourLevel({ entry }: { entry: LevelEntry }) {
  if (entry.assumed)
    return (
      <span>
        {entry.level}{' '}
        <span className="assumed" title={levelWords.assumedTitle}>
          {levelWords.assumed}
        </span>
      </span>
    )
  return (
    <span>
      {entry.level}
      {entry.approaching ? `, ${levelWords.approaching(entry.level + 1)}` : ''}
    </span>
  )
}
