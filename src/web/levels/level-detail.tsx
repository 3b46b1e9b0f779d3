// What one level rests on: who said what, how much each counts, what would narrow it, and who can read it.

import { Link } from '@tanstack/react-router'
import { type ReactNode, useRef } from 'react'
import type { RatingAbout } from '../../core/assessment/rating-about.ts'
import { findSkill, topLevel } from '../../core/framework/look-up.ts'
import type { MeasuredLevel } from '../../core/measurement/measure-person.ts'
import { sayNarrowing, saySources } from '../../core/measurement/measure-words.ts'
import type { LevelRow } from '../charts/level-range/read-levels.ts'
import { useWidth } from '../charts/map-screen/use-width.ts'
import type { Palette } from '../charts/palette.ts'
import { restsOnGeometry } from '../charts/rests-on/geometry.ts'
import { NarrowingBands, Sources } from '../charts/rests-on/rests-on.tsx'
import { useMe } from '../data/use-me.ts'
import { Disputes } from '../round/given-list.tsx'
import { useCountedRatings } from '../told/use-feedback.ts'
import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { dateWords } from '../words/date.ts'
import { restsWords } from '../words/standing.ts'
import { toldShortWords } from '../words/told-short.ts'
import type { Standing } from './use-standing.ts'

interface DetailProps {
  standing: Standing
  row: LevelRow
  palette: Palette
}

export function LevelDetail({ standing, row, palette }: DetailProps) {
  const { framework, ratings, name: person } = standing
  const skill = findSkill(framework, row.skill)
  const own = ratings.filter((rating) => rating.skill === row.skill && rating.level !== null)
  const isRated = own.some(({ rater }) => rater === undefined)
  return (
    <div className="level-detail">
      {row.measured ? (
        <Measured
          measured={row.measured}
          name={row.name}
          top={topLevel(framework)}
          palette={palette}
          isMine={person === null}
        >
          <Said ratings={own} person={person} />
        </Measured>
      ) : (
        <p>{restsWords.nobody}</p>
      )}
      <p className="small">
        {skill?.private ? `${restsWords.neverAsked} ` : null}
        <WhoCanSee of={person === null ? 'rating' : 'assessment'} />
      </p>
      <p className="level-actions">
        {person === null ? (
          <>
            <Link to="/assess" search={{ skill: row.skill }}>
              {isRated ? restsWords.rateAgain : restsWords.rate}
            </Link>
            <Link to="/others">{restsWords.toOthers}</Link>
          </>
        ) : null}
        <Link to="/skill/$skill" params={{ skill: row.skill }}>
          {restsWords.toSkill}
        </Link>
      </p>
    </div>
  )
}

interface MeasuredProps {
  measured: MeasuredLevel
  name: string
  top: number
  palette: Palette
  isMine: boolean
  children: ReactNode
}

function Measured({ measured, name, top, palette, isMine, children }: MeasuredProps) {
  const sheet = useRef<HTMLDivElement>(null)
  const width = useWidth(sheet)
  const geometry = width === null ? null : restsOnGeometry(measured, top, Math.min(width, 480), isMine)
  const own = measured.sources.find(({ source }) => source === 'self')?.ratings[0]
  const narrowing = sayNarrowing(measured)
  return (
    <>
      <section className="stack-s" ref={sheet}>
        <h4>{restsWords.title}</h4>
        {geometry ? <Sources geometry={geometry} palette={palette} label={restsWords.label(name)} /> : null}
        <ul className="visually-hidden">
          {saySources(measured, isMine).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        {own?.countsAs === undefined || !isMine ? null : <p>{restsWords.countsAs(own, own.countsAs)}</p>}
        <p className="small quiet">{restsWords.help}</p>
      </section>
      {children}
      <section className="stack-s">
        <h4>{restsWords.narrow}</h4>
        {geometry && geometry.narrowing.length > 0 ? (
          <NarrowingBands geometry={geometry} palette={palette} label={restsWords.narrowLabel(name)} />
        ) : null}
        {narrowing.length === 0 ? <p>{restsWords.narrowNothing}</p> : null}
        <ul className="visually-hidden">
          {narrowing.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </section>
    </>
  )
}

/** Ratings of this skill under names, by the day; nothing is summed up. */
function Said({ ratings, person }: { ratings: RatingAbout[]; person: string | null }) {
  const me = useMe().person.id
  const counted = useCountedRatings()
  if (ratings.length === 0) return null
  const whoOf = ({ rater }: RatingAbout) => {
    if (rater === undefined) return person ?? restsWords.you
    return rater.id === me ? restsWords.you : restsWords.by(rater.name, rater.kind, person === null)
  }
  return (
    <section className="stack-s">
      <h4>{restsWords.said}</h4>
      <table className="data-table">
        <tbody>
          {ratings.map((rating) => (
            <tr key={rating.revisionId}>
              <th scope="row">{whoOf(rating)}</th>
              <td>
                {restsWords.level(rating.level ?? 0, rating.approaching)}
                {counted.has(rating.revisionId) ? (
                  <span className="small quiet">, {toldShortWords.counted}</span>
                ) : null}
                <Disputes disputes={rating.disputes ?? []} ofMe={person === null} />
              </td>
              <td className="quiet">{dateWords.day(rating.ratedAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
