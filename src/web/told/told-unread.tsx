// A sentence that is about no skill, too vague to tell, or in another language: said plainly, with a question where one helps.
import type { ToldGroup } from '../../core/feedback/told-parts.ts'
import { CopyButton } from '../parts/copy-button.tsx'
import { toldPartWords } from '../words/told.ts'

export function ToldUnread({ group }: { group: Exclude<ToldGroup, 'gap' | 'strength' | 'either'> }) {
  if (group !== 'vague')
    return (
      <>
        {group === 'none' ? <h3>{toldPartWords.noneTitle}</h3> : null}
        <p>{group === 'none' ? toldPartWords.noneText : toldPartWords.otherLanguage}</p>
      </>
    )
  return (
    <>
      <h3>{toldPartWords.vagueTitle}</h3>
      <p>{toldPartWords.vagueText}</p>
      <section className="stack-s">
        <h4>{toldPartWords.askBack}</h4>
        <p className="ask-back">{toldPartWords.vagueAsk}</p>
        <CopyButton text={toldPartWords.vagueAsk} label={toldPartWords.copyAsk} />
      </section>
    </>
  )
}
