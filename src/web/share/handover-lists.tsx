// What colleagues can read of oneself here, each to be withdrawn; and what colleagues handed to oneself.
import { useQuery } from '@tanstack/react-query'
import type { Handover } from '../../core/handover/handover.ts'
import { listInWords } from '../../core/planning/plain-words.ts'
import { useSession } from '../data/use-session.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { ProblemLine } from '../parts/problem-line.tsx'
import { handoversQuery, useWithdrawHandover } from '../team-map/use-team-map.ts'
import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { dateWords } from '../words/date.ts'
import { handoverWords } from '../words/handover.ts'
import { ShareView } from './share-view.tsx'

/** Nothing in personal use. */
export function HandoverLists() {
  const isTeam = useSession()?.kind === 'team'
  const lists = useQuery({ ...handoversQuery, enabled: isTeam }).data
  const withdraw = useWithdrawHandover()
  if (lists === undefined) return null
  const { given, received } = lists
  return (
    <>
      {given.length === 0 ? null : (
        <section className="section stack no-print">
          <h2>{handoverWords.given}</h2>
          <ProblemLine error={withdraw.error} />
          <ul className="share-records">
            {given.map((one) => (
              <li key={one.id} className="stack-s">
                <p>
                  <strong>{dateWords.day(one.handedOverAt)}</strong>{' '}
                  {handoverWords.toWhom(one.content.to, itemsOf(one, 'mine'))}{' '}
                  {one.withdrawnAt === null ? null : (
                    <span className="quiet small">
                      {`(${handoverWords.withdrawn(dateWords.day(one.withdrawnAt))})`}{' '}
                    </span>
                  )}
                  <WhoCanSee of="handover" id={one.id} shared />
                </p>
                <HandoverBody handover={one} />
                {one.withdrawnAt === null ? (
                  <button
                    type="button"
                    className="button"
                    disabled={withdraw.isPending}
                    onClick={() => withdraw.mutate(one.id)}
                  >
                    {handoverWords.withdraw}
                  </button>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      )}
      {received.length === 0 ? null : (
        <section className="section stack no-print">
          <h2>{handoverWords.received}</h2>
          <ul className="share-records">
            {received.map((one) => (
              <li key={one.id} className="stack-s">
                <p>
                  <strong>{dateWords.day(one.handedOverAt)}</strong>{' '}
                  {handoverWords.fromWhom(one.content.from, itemsOf(one, 'theirs'))}{' '}
                  <WhoCanSee of="handover" id={one.id} shared />
                </p>
                <HandoverBody handover={one} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function itemsOf({ content }: Handover, whose: 'mine' | 'theirs'): string {
  return handoverWords.items(content.items.length, content.destinations.length > 0 ? whose : null)
}

export function HandoverBody({ handover: { content } }: { handover: Handover }) {
  const { destinations } = content
  return (
    <Disclosure summary={handoverWords.read}>
      {destinations.length === 0 ? null : (
        <p>{handoverWords.wouldLike(listInWords(destinations.map(({ name }) => name)))}</p>
      )}
      <ShareView content={content} />
    </Disclosure>
  )
}
