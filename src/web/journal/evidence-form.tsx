// Writes down what somebody did: words, day, the skills it may show, and, on request, people, links and kind of work.
import { type ClipboardEvent, type FormEvent, type KeyboardEvent, useId, useState } from 'react'
import type { EvidenceContent } from '../../core/evidence/evidence.ts'
import { LONGEST_EVIDENCE } from '../../core/evidence/evidence-limits.ts'
import type { Framework } from '../../core/framework/framework.ts'
import type { KeptPerson } from '../../core/person/kept-person.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { evidenceWords } from '../words/evidence.ts'
import { EvidenceDetails } from './evidence-details.tsx'
import { EvidenceSkills } from './evidence-skills.tsx'
import { contentOfTyped, strangeLink, type TypedEvidence, typedOf } from './typed-evidence.ts'

interface Props {
  framework: Framework
  people: readonly KeptPerson[]
  initial: EvidenceContent
  /** A new entry is kept by Enter alone; a longer text that is changed is not. */
  isNew: boolean
  isBusy: boolean
  /** With every letter, so that nothing typed is lost. */
  onWrite: (content: EvidenceContent) => void
  onKeep: (content: EvidenceContent) => void
  onCancel: () => void
}

/** From this many characters on the rest is counted. */
const COUNTED_FROM = LONGEST_EVIDENCE - 2000

export function EvidenceForm(props: Props) {
  const { framework, people, initial, isNew, isBusy } = props
  const id = useId()
  const [typed, setTyped] = useState(() => typedOf(initial))
  const [missing, setMissing] = useState('')
  const put = (part: Partial<TypedEvidence>) => {
    const next = { ...typed, ...part }
    setTyped(next)
    setMissing('')
    props.onWrite(contentOfTyped(next, people, initial))
  }
  const submit = (event?: FormEvent) => {
    event?.preventDefault()
    const link = strangeLink(typed.links)
    if (typed.text.trim() === '') return setMissing(evidenceWords.empty)
    if (typed.text.length > LONGEST_EVIDENCE) return setMissing(evidenceWords.tooLong(typed.text.length))
    if (link !== null) return setMissing(evidenceWords.badLink(link))
    if (!isBusy) props.onKeep(contentOfTyped(typed, people, initial))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes a word, Enter chooses it.
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.shiftKey) return
    if (!isNew && !event.ctrlKey && !event.metaKey) return
    event.preventDefault()
    submit()
  }
  const onPaste = (event: ClipboardEvent) => {
    const length = event.clipboardData.getData('text/plain').length
    if (length <= LONGEST_EVIDENCE) return
    event.preventDefault()
    setMissing(evidenceWords.cut(length))
  }
  const prompts = evidenceWords.prompts[typed.template]
  return (
    <form className="evidence-form stack" onSubmit={submit}>
      <div className="field">
        <label htmlFor={`${id}-text`}>{evidenceWords.what}</label>
        <textarea
          id={`${id}-text`}
          className="input"
          dir="auto"
          rows={isNew ? 3 : 8}
          // biome-ignore lint/a11y/noAutofocus: the dialog was opened to write in this field.
          autoFocus
          value={typed.text}
          aria-describedby={`${id}-hint`}
          onChange={(event) => put({ text: event.target.value })}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
        />
        <span id={`${id}-hint`} className="field-hint">
          {isNew ? <span className="evidence-enter">{evidenceWords.enterKeeps} </span> : null}
          {typed.text.length > COUNTED_FROM
            ? evidenceWords.left(Math.max(0, LONGEST_EVIDENCE - typed.text.length))
            : isNew
              ? null
              : evidenceWords.markdown}
        </span>
        {prompts.length > 0 ? (
          <ul className="marked-list small quiet">
            {prompts.map((prompt) => (
              <li key={prompt}>{prompt}</li>
            ))}
          </ul>
        ) : null}
      </div>
      <EvidenceSkills
        framework={framework}
        text={typed.text}
        chosen={typed.skills}
        onChange={(skills) => put({ skills })}
      />
      <Disclosure summary={evidenceWords.more} open={!isNew}>
        <EvidenceDetails id={id} typed={typed} people={people} put={put} />
      </Disclosure>
      {missing === '' ? null : (
        <p className="field-error" role="alert">
          {missing}
        </p>
      )}
      <div className="evidence-keep">
        <button type="submit" className="button" data-look="main" disabled={isBusy}>
          {isBusy ? evidenceWords.keeping : evidenceWords.keep}
        </button>
        <label className="evidence-day">
          <span className="visually-hidden">{evidenceWords.when}</span>
          <input
            type="date"
            className="input"
            value={typed.happenedOn}
            onChange={(event) => put({ happenedOn: event.target.value })}
          />
        </label>
        <button type="button" className="button" data-look="plain" onClick={props.onCancel}>
          {isNew ? evidenceWords.close : evidenceWords.cancel}
        </button>
      </div>
    </form>
  )
}
