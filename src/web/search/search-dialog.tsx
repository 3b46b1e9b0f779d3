// The search: a field, and below it what was found, nearest kind first. What is typed is kept nowhere.
import { Link, useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import type { Framework } from '../../core/framework/framework.ts'
import { FOUND_KINDS, hitWords } from '../../core/search/hit-words.ts'
import { type SearchAnswer, type SearchHit, searchFramework } from '../../core/search/search-framework.ts'
import { useFramework } from '../data/use-framework.ts'
import { useSettled } from '../data/use-settled.ts'
import { Reading } from '../parts/reading.tsx'
import { searchWords } from '../words/search.ts'
import { placeOf, SearchResult } from './search-result.tsx'
import './search.css'

const OF_EACH_KIND = 4
const LIST = 'search-list'
const optionId = (index: number) => `search-option-${index}`

export function SearchDialog({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  return (
    // Pressing beside the dialog closes it, as Esc does.
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc closes a dialog by itself.
    <dialog
      ref={dialog}
      className="search"
      aria-label={searchWords.label}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current.close()
      }}
    >
      <SearchPanel close={() => dialog.current?.close()} />
    </dialog>
  )
}

function SearchPanel({ close }: { close: () => void }) {
  const framework = useFramework()
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState(0)
  const asked = useDeferredValue(text)
  const answer = useMemo(() => searchFramework(framework, asked, OF_EACH_KIND), [framework, asked])
  const hits = answer.groups.flatMap((group) => group.hits)
  const active = Math.min(chosen, hits.length - 1)
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && hits.length > 0) {
      event.preventDefault()
      const next = (active + step + hits.length) % hits.length
      setChosen(next)
      document.getElementById(optionId(next))?.scrollIntoView({ block: 'nearest' })
    }
    // A search field would be emptied first, and the second press would close.
    if (event.key === 'Escape') {
      event.preventDefault()
      close()
    }
    const hit = hits[active]
    if (event.key === 'Enter' && hit && asked === text) {
      event.preventDefault()
      close()
      void navigate(placeOf(hit.found))
    }
  }
  return (
    <div className="search-panel">
      <div className="search-field">
        <input
          className="input"
          type="search"
          role="combobox"
          aria-label={searchWords.field}
          aria-expanded={hits.length > 0}
          aria-controls={LIST}
          aria-autocomplete="list"
          aria-activedescendant={active >= 0 ? optionId(active) : undefined}
          autoComplete="off"
          spellCheck={false}
          placeholder={searchWords.placeholder}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setChosen(0)
          }}
          onKeyDown={onKeyDown}
        />
        <button type="button" className="button" data-look="plain" onClick={close}>
          {searchWords.close}
        </button>
      </div>
      <Results framework={framework} answer={answer} active={active} close={close} />
      <Below text={asked} answer={answer} close={close} />
      <Announced framework={framework} text={asked} answer={answer} first={hits[0]} />
    </div>
  )
}

function Results(props: { framework: Framework; answer: SearchAnswer; active: number; close: () => void }) {
  const { framework, answer, active, close } = props
  let index = -1
  return (
    <div id={LIST} role="listbox" aria-label={searchWords.results} className="search-list" tabIndex={-1}>
      {answer.groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: inside a listbox only a group may hold options.
        <div key={group.kind} role="group" aria-labelledby={`search-${group.kind}`}>
          <p id={`search-${group.kind}`} className="search-kind" role="presentation">
            {FOUND_KINDS[group.kind]}
          </p>
          {group.hits.map((hit) => {
            index += 1
            return (
              <SearchResult
                key={optionId(index)}
                framework={framework}
                hit={hit}
                id={optionId(index)}
                isActive={index === active}
                onChoose={close}
              />
            )
          })}
          {group.count > group.hits.length ? (
            <p className="search-more" role="presentation">
              {searchWords.more(group.count - group.hits.length)}
            </p>
          ) : null}
        </div>
      ))}
    </div>
  )
}

function Below({ text, answer, close }: { text: string; answer: SearchAnswer; close: () => void }) {
  if (answer.count > 0) return <p className="search-keys">{searchWords.keys}</p>
  if (text.trim() === '') return <p className="search-hint">{searchWords.hint}</p>
  return (
    <div className="search-hint">
      <p>{searchWords.none(text.trim())}</p>
      <p>
        <Link to="/told" onClick={close}>
          {searchWords.told}
        </Link>
      </p>
    </div>
  )
}

/** Said once the typing rests, so that a screen reader is not interrupted by every letter. */
function Announced(props: {
  framework: Framework
  text: string
  answer: SearchAnswer
  first: SearchHit | undefined
}) {
  const { framework, text, answer, first } = props
  const now =
    text.trim() === ''
      ? ''
      : first
        ? searchWords.found(answer.count, hitWords(framework, first).title.replace(/\.$/, ''))
        : searchWords.none(text.trim())
  return <Reading hidden>{useSettled(now, 500)}</Reading>
}
