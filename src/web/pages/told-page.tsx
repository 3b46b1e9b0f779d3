// For somebody who was told something: what it mostly means, and what to do about it. Nothing is stored.
import { useSearch } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import { findRole } from '../../core/framework/look-up.ts'
import { type PhraseHit, searchPhrases } from '../../core/search/search-phrases.ts'
import { presetRole } from '../data/preset-role.ts'
import { useFramework } from '../data/use-framework.ts'
import { useMe } from '../data/use-me.ts'
import { CopyButton } from '../parts/copy-button.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Reading } from '../parts/reading.tsx'
import { ToldAnswer } from '../parts/told-answer.tsx'
import { quoted } from '../words/names.ts'
import { toldWords } from '../words/told.ts'
import './told.css'

const SHOWN = 8
const NOTHING = -1

export function ToldPage() {
  const framework = useFramework()
  const me = useMe()
  const search = useSearch({ from: '/told' })
  const wanted = search.role ?? me.target?.role
  const role = wanted && findRole(framework, wanted) ? wanted : presetRole(framework)
  // Kept out of the address bar on purpose: what somebody was told does not belong in a browser's history.
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<number | null>(null)
  const asked = useDeferredValue(text)
  const hits = searchPhrases(framework, asked).slice(0, SHOWN)
  const isSearch = asked.trim() !== ''
  const index = chosen ?? (isSearch ? (hits.length > 0 ? 0 : NOTHING) : null)
  const hit = index === null ? undefined : hits[index]
  return (
    <>
      <PageHead title={toldWords.title}>
        <p className="lead quiet">{toldWords.lead}</p>
      </PageHead>
      <div className="told" data-resting={index === null || undefined}>
        <div className="stack">
          <div className="field">
            <label htmlFor="told">{toldWords.field}</label>
            <input
              id="told"
              type="search"
              className="input told-input"
              autoComplete="off"
              placeholder={toldWords.placeholder}
              value={text}
              onChange={(event) => {
                setText(event.target.value)
                setChosen(null)
              }}
            />
            <span className="field-hint">{toldWords.nothingStored}</span>
          </div>
          <HitList hits={hits} isSearch={isSearch} index={index} onChoose={(next) => setChosen(next)} />
        </div>
        <div className="told-answer">
          {hit ? <ToldAnswer framework={framework} role={role} hit={hit} /> : null}
          {index === NOTHING ? <NothingFits isSearch={isSearch && hits.length === 0} /> : null}
        </div>
      </div>
      <Reading hidden>
        {isSearch && hits[0] ? toldWords.answered(hits.length, hits[0].skill.name) : ''}
      </Reading>
    </>
  )
}

function HitList(props: {
  hits: PhraseHit[]
  isSearch: boolean
  index: number | null
  onChoose: (index: number) => void
}) {
  const { hits, isSearch, index, onChoose } = props
  return (
    <div className="stack-s">
      {hits.length > 0 ? (
        <h2 className="told-label">{isSearch ? toldWords.others : toldWords.often}</h2>
      ) : null}
      <ul className="told-hits">
        {hits.map((hit, at) => (
          <li key={`${hit.skill.id} ${hit.phrase?.text ?? ''}`}>
            <button type="button" aria-pressed={index === at} onClick={() => onChoose(at)}>
              <span className="told-phrase">{hit.phrase ? quoted(hit.phrase.text) : hit.skill.name}</span>
              {hit.phrase ? <span className="small quiet">{hit.skill.name}</span> : null}
            </button>
          </li>
        ))}
        <li>
          <button type="button" aria-pressed={index === NOTHING} onClick={() => onChoose(NOTHING)}>
            {toldWords.none}
          </button>
        </li>
      </ul>
    </div>
  )
}

function NothingFits({ isSearch }: { isSearch: boolean }) {
  return (
    <section className="stack">
      {isSearch ? <p className="quiet">{toldWords.noneHits}</p> : null}
      <h2>{toldWords.noneTitle}</h2>
      <p>{toldWords.noneText}</p>
      <blockquote className="ask-back">{toldWords.noneAsk}</blockquote>
      <CopyButton text={toldWords.noneAsk} label={toldWords.copyAsk} />
    </section>
  )
}
