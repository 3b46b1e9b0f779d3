// Handing something over: choose, look at exactly that, make one file; and what was handed over before.
import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { ShareChoice } from '../../core/share/build-share.ts'
import { newId } from '../api.ts'
import { useSettled } from '../data/use-settled.ts'
import { expectValue } from '../framework/use-frameworks.ts'
import { PageHead } from '../parts/page-head.tsx'
import { ProblemLine } from '../parts/problem-line.tsx'
import { Reading } from '../parts/reading.tsx'
import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { shareWords } from '../words/share.ts'
import { previewShare, type ShareAsked } from './api-share.ts'
import { HandOverHere } from './hand-over-here.tsx'
import { HandoverLists } from './handover-lists.tsx'
import { SHARE_KINDS, ShareChoices } from './share-choices.tsx'
import { ShareRecords } from './share-records.tsx'
import { ShareView } from './share-view.tsx'
import { shareWordsKept } from './share-words.ts'
import { sharesQuery, useMakeShare } from './use-share.ts'
import './share.css'

const NOTHING: ShareChoice = { areas: [], levels: [], evidence: [], told: [] }
const countOf = (choice: ShareChoice) => SHARE_KINDS.reduce((sum, kind) => sum + choice[kind].length, 0)

export function SharePage() {
  const { name, choice: all, content, shares, unreadable } = useSuspenseQuery(sharesQuery).data
  const [asked, setAsked] = useState<ShareAsked>(() => ({
    ...(shareWordsKept.read() ?? { from: name ?? '', to: '', words: '' }),
    role: false,
    choice: NOTHING,
  }))
  const put = (part: Partial<ShareAsked>) => {
    const next = { ...asked, ...part }
    shareWordsKept.write(next)
    setAsked(next)
  }
  return (
    <div className="share">
      <PageHead title={shareWords.title}>
        <p className="lead quiet">{shareWords.lead}</p>
        <p className="quiet">
          {shareWords.private} <WhoCanSee of="share" />
        </p>
      </PageHead>
      {countOf(all) === 0 ? (
        <p>{shareWords.nothing}</p>
      ) : (
        <div className="share-columns">
          <div className="stack no-print">
            <Address asked={asked} onChange={put} />
            {content.role === null ? null : (
              <label className="share-line">
                <input
                  type="checkbox"
                  checked={asked.role}
                  onChange={(event) => put({ role: event.target.checked })}
                />
                <span>{shareWords.role(content.role.name)}</span>
              </label>
            )}
            <ShareChoices
              all={all}
              content={content}
              choice={asked.choice}
              onChange={(choice) => put({ choice })}
            />
          </div>
          <Preview asked={asked} />
        </div>
      )}
      <HandoverLists />
      <ShareRecords shares={shares} closed={unreadable} />
    </div>
  )
}

function Address({ asked, onChange }: { asked: ShareAsked; onChange: (part: Partial<ShareAsked>) => void }) {
  const id = useId()
  return (
    <>
      {(['from', 'to'] as const).map((field) => (
        <div key={field} className="field">
          <label htmlFor={id + field}>{shareWords[field]}</label>
          <input
            id={id + field}
            className="input"
            maxLength={200}
            autoComplete="off"
            value={asked[field]}
            onChange={(event) => onChange({ [field]: event.target.value })}
          />
        </div>
      ))}
      <div className="field">
        <label htmlFor={`${id}words`}>{shareWords.words}</label>
        <textarea
          id={`${id}words`}
          className="input"
          maxLength={4000}
          aria-describedby={`${id}hint`}
          value={asked.words}
          onChange={(event) => onChange({ words: event.target.value })}
        />
        <span className="field-hint" id={`${id}hint`}>
          {shareWords.wordsHint}
        </span>
      </div>
    </>
  )
}

/** Asked from the server, which makes the file, so that what is seen is what is handed over. */
function Preview({ asked }: { asked: ShareAsked }) {
  const count = countOf(asked.choice)
  const settled = useSettled(asked, 200)
  const preview = useQuery({
    queryKey: ['shares', 'preview', settled],
    queryFn: async () => expectValue(await previewShare(settled)),
    enabled: count > 0,
    placeholderData: keepPreviousData,
  })
  const make = useMakeShare()
  const isMade = make.isSuccess && make.variables.asked === asked
  return (
    <section className="share-preview stack" aria-label={shareWords.preview}>
      <h2>{shareWords.preview}</h2>
      <Reading hidden>{count > 0 ? shareWords.chosen(count) : ''}</Reading>
      {count > 0 && preview.data ? (
        <div className="share-paper">
          <ShareView content={preview.data.content} />
        </div>
      ) : (
        <p className="quiet">{shareWords.previewEmpty}</p>
      )}
      <ProblemLine error={preview.error ?? make.error} />
      <div className="actions no-print">
        <button
          type="button"
          className="button"
          data-look="main"
          disabled={count === 0 || make.isPending}
          onClick={() => make.mutate({ id: newId(), asked }, { onSuccess: shareWordsKept.remove })}
        >
          {shareWords.make}
        </button>
      </div>
      <HandOverHere words={asked.words} role={asked.role} choice={asked.choice} count={count} />
      <Reading>{make.isPending ? shareWords.making : isMade ? shareWords.made(asked.to) : ''}</Reading>
    </section>
  )
}
