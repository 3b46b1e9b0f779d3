// Talks: what is agreed and still open, those that come and those that were, and the beginning of another.
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { Conversation } from '../../core/conversation/conversation.ts'
import { today } from '../data/today.ts'
import { useReports } from '../organisation/use-reports.ts'
import { PageHead } from '../parts/page-head.tsx'
import { ProblemLine } from '../parts/problem-line.tsx'
import { peopleQuery } from '../person/people-queries.ts'
import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { dateWords } from '../words/date.ts'
import { talkWords } from '../words/talk.ts'
import { TalkBegin } from './talk-begin.tsx'
import { TalkOpenSteps } from './talk-open-steps.tsx'
import { talksQuery, useKeepTalkAgain, useTakeTalkBack } from './use-talks.ts'
import './talk.css'

export function TalksPage() {
  const { conversations, unreadable } = useSuspenseQuery(talksQuery).data
  const people = useSuspenseQuery(peopleQuery).data
  const { with: whom } = useSearch({ from: '/talks' })
  const reports = useReports()
  const day = today()
  const coming = conversations.filter(({ heldOn }) => heldOn >= day).reverse()
  return (
    <div className="talks">
      <PageHead title={talkWords.title}>
        <p className="lead">{talkWords.lead}</p>
        <p className="quiet">
          {talkWords.private} <WhoCanSee of="conversation" />
        </p>
      </PageHead>
      {unreadable > 0 ? (
        <div className="notice" data-tone="trouble">
          <p>{talkWords.unreadable(unreadable)}</p>
        </div>
      ) : null}
      <TalkOpenSteps conversations={conversations} />
      <TalkLists coming={coming} earlier={conversations.filter(({ heldOn }) => heldOn < day)} />
      <section className={conversations.length === 0 ? 'stack' : 'section stack'}>
        <h2>{talkWords.begin}</h2>
        <TalkBegin
          all={conversations}
          people={people}
          reports={reports}
          preset={people.find(({ id }) => id === whom)}
          name={whom}
        />
      </section>
    </div>
  )
}

function TalkLists({ coming, earlier }: Record<'coming' | 'earlier', readonly Conversation[]>) {
  const takeBack = useTakeTalkBack()
  const again = useKeepTalkAgain()
  const [gone, setGone] = useState<Conversation | null>(null)
  const remove = (talk: Conversation) => takeBack.mutate(talk, { onSuccess: () => setGone(talk) })
  return (
    <>
      {gone === null ? null : (
        <div className="notice" role="status">
          <p>{talkWords.removed(gone.withWhom)}</p>
          <button
            type="button"
            className="button"
            onClick={() => again.mutate(gone, { onSuccess: () => setGone(null) })}
          >
            {talkWords.undo}
          </button>
        </div>
      )}
      <ProblemLine error={takeBack.error ?? again.error} />
      {Object.entries({ coming, earlier }).map(([when, talks]) =>
        talks.length === 0 ? null : (
          <section key={when} className="section stack-s">
            <h2>{talkWords[when as 'coming' | 'earlier']}</h2>
            <ul>
              {talks.map((talk) => (
                <Entry key={talk.id} talk={talk} onRemove={() => remove(talk)} />
              ))}
            </ul>
          </section>
        ),
      )}
    </>
  )
}

function Entry({ talk, onRemove }: { talk: Conversation; onRemove: () => void }) {
  const { id, withWhom, heldOn, about } = talk
  return (
    <li className="talk-entry">
      <span>
        <Link to="/talks/$id" params={{ id }}>
          {talkWords.heading(withWhom, dateWords.day(heldOn))}
        </Link>
        {about === 'them' ? <span className="small quiet"> {talkWords.aboutThem(withWhom)}</span> : null}
      </span>
      <button
        type="button"
        className="button"
        data-look="plain"
        aria-label={`${talkWords.remove}: ${talkWords.heading(withWhom, dateWords.day(heldOn))}`}
        onClick={onRemove}
      >
        {talkWords.remove}
      </button>
    </li>
  )
}
