// The feedback as one text: to read once more, to copy, to keep as a draft, to send, to clear.
import type { Mark } from '../../core/composing/check-feedback.ts'
import { isEmpty, partsAsMarkdown, partsAsText } from '../../core/composing/feedback-parts.ts'
import { CopyButton } from '../parts/copy-button.tsx'
import { ProblemLine } from '../parts/problem-line.tsx'
import { Reading } from '../parts/reading.tsx'
import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { sayWords } from '../words/say.ts'
import { SayMark } from './say-mark.tsx'
import { SaySend } from './say-send.tsx'
import { type UnsaidState, useKeepFeedbackDraft } from './use-say.ts'

export function SayResult(props: { unsaid: UnsaidState; marks: readonly Mark[]; frameworkDigest: string }) {
  const { unsaid, marks, frameworkDigest } = props
  const keep = useKeepFeedbackDraft(frameworkDigest)
  const { content, base, before } = unsaid
  const isBlank = isEmpty(content.parts)
  const text = partsAsText(content.parts)
  const isKept = keep.isSuccess && JSON.stringify(keep.variables.content) === JSON.stringify(content)
  const missing = marks.filter((mark) => mark.words === '')
  return (
    <section className="say-result stack-s" aria-label={sayWords.preview}>
      <h2>{sayWords.preview}</h2>
      {isBlank ? <p className="quiet">{sayWords.empty}</p> : <div className="say-text">{text}</div>}
      {missing.length > 0 ? (
        <ul className="say-marks no-print" aria-label={sayWords.missing}>
          {missing.map((mark) => (
            <SayMark key={mark.rule} mark={mark} onJump={null} />
          ))}
        </ul>
      ) : null}
      <Reading hidden>{isBlank ? '' : sayWords.marked(marks.length)}</Reading>
      <div className="actions no-print">
        {isBlank ? null : (
          <>
            <CopyButton text={text} label={sayWords.copyText} />
            <CopyButton text={partsAsMarkdown(content.parts)} label={sayWords.copyMarkdown} />
            <button
              type="button"
              className="button"
              disabled={keep.isPending}
              onClick={() => keep.mutate({ content, base }, { onSuccess: unsaid.wasKept })}
            >
              {base === null ? sayWords.keep : sayWords.keepAgain}
            </button>
            <button
              type="button"
              className="button"
              data-look="plain"
              onClick={() => {
                keep.reset()
                unsaid.replace(null)
              }}
            >
              {sayWords.letGo}
            </button>
          </>
        )}
        {before === null ? null : (
          <button type="button" className="button" data-look="plain" onClick={unsaid.undo}>
            {sayWords.undo}
          </button>
        )}
      </div>
      <Reading>
        {keep.isPending
          ? sayWords.keeping
          : isKept
            ? sayWords.kept
            : isBlank && before
              ? sayWords.cleared
              : ''}
      </Reading>
      <ProblemLine error={keep.error} />
      {isBlank ? null : <SaySend text={text} />}
      <p className="small quiet">
        {sayWords.private} <WhoCanSee of="feedbackDraft" />
      </p>
    </section>
  )
}
