// What a change of framework did, with the way back.
import { Link } from '@tanstack/react-router'
import { frameworksWords } from '../words/frameworks.ts'
import type { FrameworkLabel } from './api-frameworks.ts'

interface Changed {
  before: FrameworkLabel
  now: FrameworkLabel
}

export function UseNotice({ changed, onBack }: { changed: Changed; onBack: () => void }) {
  const { before, now } = changed
  const words = (label: FrameworkLabel) => `${label.name} ${label.version}`
  return (
    <div className="notice" role="status">
      <p>{frameworksWords.used(words(now), words(before))}</p>
      <div className="actions">
        <Link to="/map" className="button" data-look="main">
          {frameworksWords.toMap}
        </Link>
        {before.digest === now.digest ? null : (
          <button type="button" className="button" onClick={onBack}>
            {frameworksWords.back(words(before))}
          </button>
        )}
      </div>
    </div>
  )
}
