// One thing I was asked: what it is for and who reads it, then the questions, then giving it.

import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { capitalise } from '../../core/planning/plain-words.ts'
import { AssessRound } from '../assess/assess-round.tsx'
import { frameworkQuery } from '../data/queries.ts'
import { today } from '../data/today.ts'
import { useHeadingFocus } from '../data/use-heading-focus.ts'
import { useSession } from '../data/use-session.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { ProblemLine } from '../parts/problem-line.tsx'
import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { assessWords } from '../words/assess.ts'
import { dateWords } from '../words/date.ts'
import { skillName } from '../words/names.ts'
import { askedWords, othersQuestionWords } from '../words/rounds.ts'
import { sayWhoReads } from '../words/who-reads-asked.ts'
import { actOnAsked, type OneAsked } from './api-rounds.ts'
import { AskedEnd } from './asked-end.tsx'
import { AskedGiven } from './asked-given.tsx'
import { sayAsk } from './asked-page.tsx'
import { oneAskedQuery, useRoundChange } from './use-rounds.ts'
import '../assess/assess.css'
import './rounds.css'

export function AskedOnePage() {
  const { id } = useParams({ from: '/asked/$id' })
  const one = useSuspenseQuery(oneAskedQuery(id)).data
  const me = useSession()?.personId
  // The skill to begin with; '' is the first without an answer, null the page without questions.
  const [answering, setAnswering] = useState<string | null>(null)
  const { asked, assessment } = one
  const isMine = asked.subject.id === me
  const holder = useHeadingFocus<HTMLDivElement>(answering === null ? asked.state : 'answering')
  const mayAnswer = asked.state === 'open' || asked.changesUntil !== null
  if (answering !== null && assessment !== null && mayAnswer)
    return <Answering one={one} isMine={isMine} first={answering} onBack={() => setAnswering(null)} />
  return (
    <div className="rounds" ref={holder}>
      <PageHead
        title={askedWords.about(asked.subject.name, isMine)}
        eyebrow={<Link to="/asked">{askedWords.backToList}</Link>}
      >
        <p className="lead">{sayAsk(asked, me)}</p>
        {asked.note === '' ? null : <blockquote className="rounds-note">{asked.note}</blockquote>}
        <p>
          {sayWhoReads(asked, isMine)} <WhoCanSee of="ask" id={asked.id} />
        </p>
        <p className="quiet">{askedWords.purposeMeans[asked.purpose]}</p>
      </PageHead>
      {asked.state === 'open' ? (
        <Offer one={one} onBegun={() => setAnswering('')} />
      ) : (
        <AskedGiven one={one} isMine={isMine} onChange={setAnswering} />
      )}
    </div>
  )
}

function Offer({ one, onBegun }: { one: OneAsked; onBegun: () => void }) {
  const { asked, assessment } = one
  const { data: framework } = useSuspenseQuery(frameworkQuery(asked.frameworkDigest))
  const begin = useRoundChange(() => actOnAsked(asked.id, 'begin'), onBegun)
  const decline = useRoundChange(() => actOnAsked(asked.id, 'decline'))
  return (
    <section className="stack">
      <p>
        {askedWords.skills(asked.skills.length)}{' '}
        {asked.dueOn < today()
          ? `${capitalise(askedWords.mayFinish)}.`
          : askedWords.dueSentence(dateWords.day(asked.dueOn))}
      </p>
      <ul className="marked-list">
        {asked.skills.map((skill) => (
          <li key={skill}>{skillName(framework, skill)}</li>
        ))}
      </ul>
      <div className="actions">
        <button
          type="button"
          className="button"
          data-look="main"
          disabled={begin.isPending}
          onClick={() => begin.mutate(undefined)}
        >
          {assessment === null ? askedWords.begin : askedWords.goOn}
        </button>
      </div>
      <Disclosure summary={askedWords.decline}>
        <p>{askedWords.declineAbout}</p>
        <button
          type="button"
          className="button"
          disabled={decline.isPending}
          onClick={() => decline.mutate(undefined)}
        >
          {askedWords.decline}
        </button>
      </Disclosure>
      <ProblemLine error={begin.error ?? decline.error} />
    </section>
  )
}

interface AnsweringProps {
  one: OneAsked
  isMine: boolean
  first: string
  onBack: () => void
}

function Answering({ one, isMine, first, onBack }: AnsweringProps) {
  const { asked, assessment } = one
  const { data: framework } = useSuspenseQuery(frameworkQuery(asked.frameworkDigest))
  if (assessment === null) return null
  const words = isMine ? { ...assessWords, noteHint: othersQuestionWords.noteHint } : othersQuestionWords
  return (
    <AssessRound
      framework={framework}
      assessment={assessment}
      destination={null}
      rest={false}
      asked={{
        skills: asked.skills,
        ...(first === '' ? {} : { first }),
        words,
        title: askedWords.about(asked.subject.name, isMine),
        result: (end) => (
          <AskedEnd one={one} isMine={isMine} framework={framework} end={end} onBack={onBack} />
        ),
      }}
    />
  )
}
