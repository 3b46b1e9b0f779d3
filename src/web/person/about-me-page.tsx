// What colleagues held about me before I had an account: all of it, each to be taken over, objected to, or left.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useSession } from '../data/use-session.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { ProblemLine } from '../parts/problem-line.tsx'
import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { dateWords } from '../words/date.ts'
import { heldThingWords, heldWords } from '../words/joining.ts'
import { claimHeld, type HeldAbout, notMe } from './api-joining.ts'
import { HeldAnswerOf } from './held-answer.tsx'
import { HeldRatingItem } from './held-rating.tsx'
import { heldQuery, keepHeldSeen, useJoiningChange } from './use-joining.ts'
import './people.css'
import './held.css'

export function AboutMePage() {
  const held = useSuspenseQuery(heldQuery).data
  const personId = useSession()?.personId
  useEffect(() => {
    if (personId !== undefined)
      keepHeldSeen(
        personId,
        held.map(({ id }) => id),
      )
  }, [personId, held])
  return (
    <div className="people">
      <PageHead title={heldWords.title}>
        <p className="lead">{heldWords.lead}</p>
        <p className="quiet">{heldWords.private}</p>
      </PageHead>
      {held.length === 0 ? <p>{heldWords.none}</p> : null}
      {held.map((one) => (
        <From key={one.id} held={one} />
      ))}
    </div>
  )
}

function From({ held }: { held: HeldAbout }) {
  const { keeper, keptAs, linkedAt } = held
  const as = heldWords.as(keptAs.name, keptAs.relation)
  return (
    <section className="section stack">
      <h2>{heldWords.from(keeper.name)}</h2>
      <p>
        {heldWords.since(keeper.name, as, dateWords.day(linkedAt))}{' '}
        <WhoCanSee of="joining" id={held.id} shared />
      </p>
      {held.ratings.length === 0 ? <p>{heldWords.noRatings}</p> : <Ratings held={held} />}
      <Named held={held} />
      <Removed held={held} />
      <NotMe held={held} />
    </section>
  )
}

function Ratings({ held }: { held: HeldAbout }) {
  const { id, keeper } = held
  const open = held.ratings.filter(({ whyNotClaimed, answer }) => whyNotClaimed === null && answer === null)
  const all = useJoiningChange(() =>
    claimHeld(
      id,
      open.map(({ assessmentId, skill }) => ({ assessmentId, skill })),
    ),
  )
  return (
    <>
      <p className="small quiet">{heldWords.claimAbout}</p>
      <ul className="held-list">
        {held.ratings.map((rating) => {
          const { assessmentId, skill, whyNotClaimed, answer } = rating
          return (
            <HeldRatingItem key={`${assessmentId}/${skill}`} rating={rating} keeper={keeper.name}>
              {(name) => (
                <>
                  {whyNotClaimed === null ? null : (
                    <p className="small quiet">{heldWords.notClaimed[whyNotClaimed]}</p>
                  )}
                  <HeldAnswerOf
                    key={answer?.id ?? 'none'}
                    joiningId={id}
                    keeper={keeper.name}
                    item={{ assessmentId, skill }}
                    name={name}
                    canClaim={whyNotClaimed === null}
                    answer={answer}
                  />
                </>
              )}
            </HeldRatingItem>
          )
        })}
      </ul>
      {open.length < 2 ? null : (
        <p className="no-print">
          <button
            type="button"
            className="button"
            disabled={all.isPending}
            onClick={() => all.mutate(undefined)}
          >
            {heldWords.claimAll(open.length)}
          </button>
        </p>
      )}
      <ProblemLine error={all.error} />
    </>
  )
}

function Named({ held: { id, keeper, named, namedAt } }: { held: HeldAbout }) {
  if (named.length === 0) return null
  return (
    <>
      <h3>{heldWords.named(keeper.name)}</h3>
      <p className="small quiet">{heldWords.namedAbout(keeper.name, dateWords.day(namedAt))}</p>
      <ul className="held-list">
        {named.map((one) => {
          const name = `${heldThingWords.kinds[one.kind]}, ${dateWords.day(one.day)}`
          return (
            <li key={one.id} className="held-item">
              <p>{name}</p>
              <HeldAnswerOf
                key={one.answer?.id ?? 'none'}
                joiningId={id}
                keeper={keeper.name}
                item={{ recordId: one.id }}
                name={name}
                canClaim={false}
                answer={one.answer}
              />
            </li>
          )
        })}
      </ul>
    </>
  )
}

function Removed({ held: { removed, keeper } }: { held: HeldAbout }) {
  if (removed.length === 0) return null
  return (
    <>
      <h3>{heldWords.goneTitle}</h3>
      <ul className="held-list">
        {removed.map(({ id, words, reply, removedAt }) => (
          <li key={id} className="held-item">
            <p>
              {heldWords.goneSaid(words)} {heldWords.gone(dateWords.day(removedAt ?? ''))}
            </p>
            {reply === null ? null : <p className="small">{heldWords.reply(keeper.name, reply)}</p>}
          </li>
        ))}
      </ul>
    </>
  )
}

function NotMe({ held: { id, keeper } }: { held: HeldAbout }) {
  const leave = useJoiningChange(() => notMe(id))
  return (
    <div className="no-print">
      <Disclosure summary={heldWords.notMe}>
        <p>{heldWords.notMeAbout(keeper.name)}</p>
        <button
          type="button"
          className="button"
          disabled={leave.isPending}
          onClick={() => leave.mutate(undefined)}
        >
          {heldWords.notMeDo}
        </button>
        <ProblemLine error={leave.error} />
      </Disclosure>
    </div>
  )
}
