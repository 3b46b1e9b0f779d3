// One mark: the words, what is hard about them, what to do, and why, with the research behind it.
import type { Mark } from '../../core/composing/check-feedback.ts'
import { MARK_RULES } from '../../core/composing/mark-rules.ts'
import { quoted } from '../words/names.ts'
import { sayWords } from '../words/say.ts'

export function SayMark({ mark, onJump }: { mark: Mark; onJump: (() => void) | null }) {
  const { name, reason, mend, sources } = MARK_RULES[mark.rule]
  return (
    <li>
      <p className="say-mend">
        {onJump === null ? null : (
          <>
            <button
              type="button"
              className="say-jump"
              aria-label={sayWords.jump(mark.words)}
              onClick={onJump}
            >
              {quoted(mark.words)}
            </button>{' '}
          </>
        )}
        <strong>{name}.</strong> {mend}
      </p>{' '}
      <details className="say-why">
        <summary>{sayWords.why}</summary>
        <p>{reason}</p>
        {sources.length === 0 ? <p className="quiet">{sayWords.noResearch}</p> : null}
        <ul>
          {sources.map(({ work, finding, limits }) => (
            <li key={work}>
              {finding} <span className="quiet">{limits}</span> <cite>{work}.</cite>
            </li>
          ))}
        </ul>
      </details>
    </li>
  )
}
