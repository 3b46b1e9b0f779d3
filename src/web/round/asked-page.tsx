// What I was asked: about whom, by whom, what for and until when.
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { today } from '../data/today.ts'
import { useSession } from '../data/use-session.ts'
import { PageHead } from '../parts/page-head.tsx'
import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { dateWords } from '../words/date.ts'
import { askedWords } from '../words/rounds.ts'
import { teamWords } from '../words/team.ts'
import type { Asked } from './api-rounds.ts'
import { askedQuery } from './use-rounds.ts'
import './rounds.css'

export function AskedPage() {
  const all = useSuspenseQuery(askedQuery).data
  const open = all.filter(({ state }) => state === 'open')
  const done = all.filter(({ state }) => state !== 'open')
  return (
    <div className="rounds">
      <PageHead title={askedWords.title}>
        <p className="lead">
          {askedWords.lead} <WhoCanSee of="ask" />
        </p>
      </PageHead>
      {all.length === 0 ? (
        <p>
          {askedWords.none} <Link to="/ask">{teamWords.ask}</Link>
        </p>
      ) : null}
      <AskedList title={askedWords.open} asks={open} />
      <AskedList title={askedWords.done} asks={done} />
    </div>
  )
}

function AskedList({ title, asks }: { title: string; asks: readonly Asked[] }) {
  const me = useSession()?.personId
  if (asks.length === 0) return null
  return (
    <section className="section stack-s">
      <h2>{title}</h2>
      <ul>
        {asks.map((ask) => (
          <li key={ask.id} className="rounds-entry">
            <span>
              <Link to="/asked/$id" params={{ id: ask.id }}>
                {askedWords.about(ask.subject.name, ask.subject.id === me)}
              </Link>{' '}
              <span className="small quiet">{sayAsk(ask, me)}</span>
            </span>
            <span className="small quiet">{sayState(ask)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function sayState({ state, dueOn, changesUntil }: Asked): string {
  if (changesUntil !== null) return askedWords.changeable(dateWords.day(changesUntil))
  if (state !== 'open') return askedWords.states[state]
  return dueOn < today() ? askedWords.mayFinish : askedWords.due(dateWords.day(dueOn))
}

/** Who asks, what for and in which round; `me` is whoever reads. */
export function sayAsk(ask: Asked, me: string | undefined): string {
  const where = ask.round === null ? [] : [askedWords.inRound(ask.round.title)]
  const by = ask.askedBy.id === me ? null : ask.askedBy.name
  return [askedWords.byAndFor(by, ask.purpose), ...where].join(', ')
}
