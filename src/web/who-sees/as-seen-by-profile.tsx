// What one other person reads of me, in the order in which they would meet it; then what they do not see, by kind alone.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useId } from 'react'
import type { SeenItem } from '../../core/who-sees/seen-items.ts'
import { seenItem } from '../../core/who-sees/seen-items.ts'
import { frameworkQuery } from '../data/queries.ts'
import { useFramework } from '../data/use-framework.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { Later } from '../parts/later.tsx'
import type { AgreementOf } from '../round/api-rounds.ts'
import { GivenList } from '../round/given-list.tsx'
import { HandoverBody } from '../share/handover-lists.tsx'
import { KINDS, asSeenByWords as words } from '../words/as-seen-by.ts'
import { dateWords } from '../words/date.ts'
import { levelName } from '../words/level.ts'
import { roleName, skillName } from '../words/names.ts'
import { opportunityWords } from '../words/opportunities.ts'
import { agreementWords } from '../words/rounds.ts'
import type { AsSeenBy } from './api-who-sees.ts'

export function AsSeenByProfile({ seen, called }: { seen: AsSeenBy; called: string }) {
  const { handovers, given, agreements, openings, growth, work, also, unseen } = seen
  const isNothing =
    [handovers, given, agreements, openings, growth, work].every((list) => list.length === 0) &&
    also.length === 0
  return (
    <>
      <section className="section stack">
        <h2>{words.reads(called)}</h2>
        <Line seen={seen} />
        {isNothing ? <p>{words.nothing}</p> : null}
        <Later>
          <Part title={words.handovers} isThere={handovers.length > 0}>
            {handovers.map((one) => (
              <div key={one.id}>
                <p>{words.handedOn(dateWords.day(one.handedOverAt))}</p>
                <HandoverBody handover={one} />
              </div>
            ))}
          </Part>
          <Part title={words.given} isThere={given.length > 0}>
            <GivenList given={given} ofMe />
          </Part>
          <Part title={words.agreements} isThere={agreements.length > 0}>
            {agreements.map((one) => (
              <Agreement key={one.id} agreement={one} />
            ))}
          </Part>
          <Part title={words.openings} isThere={openings.length > 0}>
            <ul className="marked-list">
              {openings.map(({ id, openedAt }) => (
                <li key={id}>{words.openedOn(dateWords.day(openedAt))}</li>
              ))}
            </ul>
          </Part>
          <Growth seen={seen} />
        </Later>
        <Part title={words.also} isThere={also.length > 0}>
          <Kinds items={also} />
        </Part>
      </section>
      <section className="section stack-s">
        <h2>{words.unseen(called)}</h2>
        <p className="small quiet">{words.unseenAbout}</p>
        <Kinds items={unseen} />
      </section>
    </>
  )
}

function Part(props: { title: string; isThere: boolean; children: React.ReactNode }) {
  const id = useId()
  if (!props.isThere) return null
  return (
    <section className="stack-s" aria-labelledby={id}>
      <h3 id={id}>{props.title}</h3>
      {props.children}
    </section>
  )
}

function Line({ seen: { line } }: { seen: AsSeenBy }) {
  const framework = useFramework()
  const role = line.role
  const facts = [
    ...line.teams.map(({ name }) => name),
    ...(line.managerName === null ? [] : [words.reportsTo(line.managerName)]),
    role === null ? words.noRole : words.role(roleName(framework, role.role)),
  ]
  return (
    <section className="stack-s">
      <h3>{words.line}</h3>
      <p>
        <strong>{line.displayName}</strong> <span className="quiet">{facts.join(', ')}</span>
      </p>
    </section>
  )
}

function Agreement({ agreement }: { agreement: AgreementOf }) {
  const { data: framework } = useSuspenseQuery(frameworkQuery(agreement.frameworkDigest))
  const { items, version, signedAt, frameworkVersion } = agreement
  return (
    <Disclosure
      summary={`${agreementWords.version(version)}, ${signedAt === null ? words.notSigned : agreementWords.signedOn(dateWords.day(signedAt), frameworkVersion)}`}
    >
      <ul className="marked-list">
        {items.map(({ skill, level, proof, by }) => (
          <li key={skill}>
            {agreementWords.line(skillName(framework, skill), levelName(framework, level))}{' '}
            <span className="small quiet">
              {by === null ? agreementWords.shown : agreementWords.proofBy(proof, dateWords.day(by))}
            </span>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}

function Growth({ seen: { growth, work } }: { seen: AsSeenBy }) {
  const framework = useFramework()
  return (
    <>
      <Part title={words.growth} isThere={growth.length > 0}>
        {growth.map(({ id, areas, weeks, agreedOn, note }) => (
          <div key={id}>
            <p>{words.agreedOn(dateWords.day(agreedOn))}</p>
            <ul className="marked-list">
              <li>{opportunityWords.mine.weeks(weeks)}</li>
              {areas.map(({ skill, level }) => (
                <li key={skill}>{opportunityWords.agreed.area(skillName(framework, skill), level)}</li>
              ))}
            </ul>
            {note === '' ? null : <blockquote>“{note}”</blockquote>}
          </div>
        ))}
      </Part>
      <Part title={words.work} isThere={work.length > 0}>
        <ul className="marked-list">
          {work.map((part) => (
            <li key={part.id}>
              {part.work.title}
              {part.note === '' ? null : <span className="quiet"> “{part.note}”</span>}
            </li>
          ))}
        </ul>
      </Part>
    </>
  )
}

/** Named by kind, and nothing else of them. */
function Kinds({ items }: { items: readonly SeenItem[] }) {
  return (
    <ul className="as-seen-by-kinds small">
      {items.map((item) => (
        <li key={item}>{KINDS[item] ?? seenItem(item).name}</li>
      ))}
    </ul>
  )
}
