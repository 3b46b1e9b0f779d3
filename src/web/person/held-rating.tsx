// One rating that was noted about somebody, with every earlier wording; what can be done with it stands below.
import { useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Framework } from '../../core/framework/framework.ts'
import type { HeldWording } from '../../core/person/joining.ts'
import { frameworkQuery } from '../data/queries.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { dateWords } from '../words/date.ts'
import { heldThingWords } from '../words/joining.ts'
import { skillName } from '../words/names.ts'
import { saidInWords } from '../words/rounds.ts'
import type { RatingHeld } from './api-joining.ts'

export function HeldRatingItem(props: {
  rating: RatingHeld
  /** Who keeps it; null where that is the reader. */
  keeper: string | null
  children: (skill: string) => ReactNode
}) {
  const { rating, keeper } = props
  const { current, earlier, saidBy, raterKind } = rating
  const { data: framework } = useSuspenseQuery(frameworkQuery(rating.frameworkDigest))
  const skill = skillName(framework, rating.skill)
  return (
    <li className="held-item" data-answer={rating.answer?.kind}>
      <p>
        <strong>{skill}</strong> <Wording framework={framework} wording={current} />
      </p>
      <p className="small quiet">
        {heldThingWords.saidBy(saidBy, keeper, raterKind)}, {dateWords.day(current.saidOn)}
      </p>
      {earlier.length === 0 ? null : (
        <Disclosure summary={heldThingWords.earlier(earlier.length)}>
          <ul className="marked-list small">
            {earlier.map((one) => (
              <li key={one.revisionId}>
                <Wording framework={framework} wording={one} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {props.children(skill)}
    </li>
  )
}

function Wording({ framework, wording }: { framework: Framework; wording: HeldWording }) {
  if (wording.withdrawn) return <span className="quiet">{heldThingWords.takenBack}</span>
  return (
    <>
      {saidInWords(framework, wording)}
      {wording.note === '' ? null : <span className="held-note small">{wording.note}</span>}
    </>
  )
}
