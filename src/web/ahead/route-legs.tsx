// The legs of a route, one by one: what is new, what carries over and fades, the way back, and a small trial.
import type { ReactNode } from 'react'
import type { Framework } from '../../core/framework/framework.ts'
import { findMove, findRole, findSkill } from '../../core/framework/look-up.ts'
import type { RouteLeg } from '../../core/plan/route-leg.ts'
import type { SimulatedRoute } from '../../core/plan/simulate-route.ts'
import { capitalise } from '../../core/planning/plain-words.ts'
import { STAY } from '../../core/target/target.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { SkillLink } from '../parts/skill-link.tsx'
import { Link } from '../parts/wayfinding.tsx'
import { aheadWords } from '../words/ahead.ts'
import { hoursInWords } from '../words/hours.ts'
import { moveWords } from '../words/move.ts'
import { roleInSentence, roleName } from '../words/names.ts'
import { legId } from './long-view-figure.tsx'

const SHOWN = 5

export function RouteLegs(props: { framework: Framework; route: SimulatedRoute; way: number }) {
  const { framework, route, way } = props
  return (
    <>
      {route.legs.map((leg, index) => (
        <Leg key={legId(way, index)} framework={framework} leg={leg} id={legId(way, index)} />
      ))}
      {route.assumptions.length > 0 ? (
        <div className="small quiet stack-s">
          <h3 className="ahead-small">{aheadWords.assumptions}</h3>
          <ul className="marked-list">
            {route.assumptions.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  )
}

function Leg({ framework, leg, id }: { framework: Framework; leg: RouteLeg; id: string }) {
  const staying = leg.from === leg.to
  const title = staying
    ? aheadWords.stayTitle(roleInSentence(framework, leg.to))
    : aheadWords.legTitle(roleName(framework, leg.from), roleInSentence(framework, leg.to))
  const { words, mix, points } = leg.climb
  return (
    <article className="ahead-leg stack" id={id} tabIndex={-1}>
      <header>
        <h3>{title}</h3>
        <p className="small quiet">{factsOf(framework, leg)}</p>
      </header>
      <p className="lead">
        {capitalise(moveWords.climbIntro(words, mix))}{' '}
        {points > 0 ? aheadWords.hours(hoursInWords(leg.hours)) : aheadWords.noHours}
      </p>
      {leg.changes ? <p>{leg.changes}</p> : null}
      <div className="columns">
        <div className="stack">
          <Changes framework={framework} title={aheadWords.isNew} leg={leg} part="isNew" />
          <Changes framework={framework} title={aheadWords.rises} leg={leg} part="rises" />
          {leg.isNew.length + leg.rises.length === 0 ? <p>{aheadWords.nothingNew}</p> : null}
        </div>
        <div className="stack">
          <Changes framework={framework} title={aheadWords.carries} leg={leg} part="carriesOver" />
          {leg.carriesOver.length === 0 ? <p>{aheadWords.carriesNone}</p> : null}
          <Changes framework={framework} title={aheadWords.fades} leg={leg} part="fades" />
        </div>
      </div>
      <div className="columns">
        <Fact title={aheadWords.wayBack}>{leg.wayBack.sentence}</Fact>
        <Fact title={aheadWords.trial}>{leg.trial ?? moveWords.noTrial}</Fact>
      </div>
      {staying || findMove(framework, leg.from, leg.to) ? (
        <p className="no-print">
          <Link to="/move/$from/$to" params={{ from: leg.from, to: staying ? STAY : leg.to }}>
            {aheadWords.readMove}
          </Link>
        </p>
      ) : null}
    </article>
  )
}

/** "2026 to 2031 · usual stay: 3-6 years · Across". */
function factsOf(framework: Framework, leg: RouteLeg): string {
  const stay = findRole(framework, leg.to)?.usualStay?.text
  const kind =
    leg.kind === null
      ? leg.from === leg.to
        ? ''
        : aheadWords.notDescribed
      : framework.moveKinds[leg.kind].name.toLowerCase()
  return [aheadWords.time(leg.startYear, leg.endYear), stayInWords(leg, stay), kind]
    .filter((part) => part !== '')
    .join(' · ')
}

function stayInWords(leg: RouteLeg, stay: string | undefined): string {
  if (stay === undefined) return leg.stayAssumed ? aheadWords.noStay : ''
  return leg.stayAssumed ? aheadWords.openStay(stay) : aheadWords.usualStay(stay)
}

function Fact({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="stack-s">
      <h4>{title}</h4>
      <p>{children}</p>
    </div>
  )
}

type Part = 'isNew' | 'rises' | 'carriesOver' | 'fades'

function Changes(props: { framework: Framework; title: string; leg: RouteLeg; part: Part }) {
  const { framework, title, leg, part } = props
  const changes = leg[part]
  if (changes.length === 0) return null
  const rest = changes.slice(SHOWN)
  return (
    <div className="stack-s">
      <h4>
        {title} <span className="quiet">{changes.length}</span>
      </h4>
      <ChangeList framework={framework} changes={changes.slice(0, SHOWN)} />
      {rest.length > 0 ? (
        <Disclosure summary={aheadWords.restOf(rest.length)}>
          <ChangeList framework={framework} changes={rest} />
        </Disclosure>
      ) : null}
    </div>
  )
}

function ChangeList({ framework, changes }: { framework: Framework; changes: RouteLeg[Part] }) {
  return (
    <ul className="ahead-changes">
      {changes.map(({ skill: id, before, after }) => {
        const skill = findSkill(framework, id)
        return skill ? (
          <li key={id}>
            <SkillLink framework={framework} skill={skill} />
            <span className="small quiet">
              {before === after ? aheadWords.at(before) : aheadWords.levels(before, after)}
            </span>
          </li>
        ) : null
      })}
    </ul>
  )
}
