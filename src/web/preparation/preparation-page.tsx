// A manager prepares a talk with one of their people: differences, what is due, what was given, where they would like to go.
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { Framework } from '../../core/framework/framework.ts'
import { findSkill } from '../../core/framework/look-up.ts'
import { listInWords } from '../../core/planning/plain-words.ts'
import { useFramework } from '../data/use-framework.ts'
import { useReports } from '../organisation/use-reports.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { GivenList } from '../round/given-list.tsx'
import { ShareView } from '../share/share-view.tsx'
import type { Preparation } from '../team-map/api-team-map.ts'
import { preparationQuery } from '../team-map/use-team-map.ts'
import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { dateWords } from '../words/date.ts'
import { organisationWords } from '../words/organisation.ts'
import { preparationWords as words } from '../words/preparation.ts'
import { PrepareSay } from './prepare-say.tsx'
import '../team-map/team-map.css'

export function PreparationPage() {
  const { id } = useParams({ from: '/prepare/$id' })
  const prepared = useSuspenseQuery(preparationQuery(id)).data
  const framework = useFramework()
  const reports = useReports()
  if (typeof prepared === 'string') {
    const isOff = prepared === 'off'
    return (
      <PageHead title={isOff ? words.off : words.missing}>
        <p>
          {isOff ? (
            <Link to="/organisation/views">{organisationWords.toViews}</Link>
          ) : (
            <Link to="/prepare">{words.toAll}</Link>
          )}
        </p>
      </PageHead>
    )
  }
  const { person } = prepared
  const nameInTalks = reports.find((one) => one.id === person.id)?.name ?? person.name
  return (
    <div className="preparation">
      <PageHead title={words.title(person.name)} eyebrow={<Link to="/prepare">{words.toAll}</Link>}>
        <p className="lead quiet">{words.lead}</p>
        <p className="small quiet">
          {words.who(person.name)} <WhoCanSee of="teamMapPerson" shared />
        </p>
        <p className="no-print">
          <Link to="/talks" search={{ with: nameInTalks }} className="button">
            {words.talks}
          </Link>
        </p>
      </PageHead>
      <Agenda framework={framework} prepared={prepared} />
      <Due framework={framework} prepared={prepared} />
      <PrepareSay key={id} framework={framework} digest={prepared.framework.digest} person={person} />
      <Wishes framework={framework} prepared={prepared} />
      <GivenToBoth prepared={prepared} />
      <Handed prepared={prepared} />
    </div>
  )
}

interface PartProps {
  framework: Framework
  prepared: Preparation
}

function nameOf(framework: Framework, skill: string): string {
  return findSkill(framework, skill)?.name ?? skill
}

/** Where both said the same there is nothing to talk about first. */
function Agenda({ framework, prepared: { opening, person } }: PartProps) {
  const say = (level: number | null) => (level === null ? words.noLevel : String(level))
  const apart = opening?.differences.filter((one) => one.apart !== 0) ?? []
  return (
    <section className="section stack">
      <h2>{words.agenda}</h2>
      {opening === null ? (
        <p>{words.noOpening}</p>
      ) : (
        <>
          <p className="small quiet">{words.agendaLead(dateWords.day(opening.openedAt), apart.length)}</p>
          <ul className="team-map-lines">
            {apart.map((one) => (
              <li key={one.skill}>
                <strong>{nameOf(framework, one.skill)}</strong>{' '}
                <span>{words.difference(person.name, say(one.subjectLevel), say(one.managerLevel))}</span>
              </li>
            ))}
          </ul>
          <p>
            <Link to="/openings/$id" params={{ id: opening.id }}>
              {words.open}
            </Link>
          </p>
        </>
      )}
    </section>
  )
}

function Due({ framework, prepared: { due } }: PartProps) {
  return (
    <section className="section stack">
      <h2>{words.due}</h2>
      {due.length === 0 ? <p>{words.noDue}</p> : null}
      <ul className="team-map-lines">
        {due.map(({ skill, level, proof, by }) => (
          <li key={skill}>
            <strong>{words.dueLine(nameOf(framework, skill), level, dateWords.day(by))}</strong>{' '}
            <span>{proof}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Wishes({ framework, prepared: { person } }: PartProps) {
  const { areas, destinations } = person
  return (
    <section className="section stack">
      <h2>{words.wishes}</h2>
      {areas.length === 0 && destinations.length === 0 ? <p>{words.noWishes}</p> : null}
      {destinations.length === 0 ? null : (
        <p>{words.destinations(listInWords(destinations.map(({ name }) => name)))}</p>
      )}
      <ul>
        {areas.map(({ skill, level, quarter }) => (
          <li key={skill}>{words.area(nameOf(framework, skill), level, quarter)}</li>
        ))}
      </ul>
    </section>
  )
}

/** With what the person says of it, which travels with it. */
function GivenToBoth({ prepared: { given } }: Pick<PartProps, 'prepared'>) {
  return (
    <section className="section stack">
      <h2>{words.given}</h2>
      {given.length === 0 ? <p>{words.noGiven}</p> : null}
      <GivenList given={given} ofMe={false} />
    </section>
  )
}

function Handed({ prepared: { handovers } }: { prepared: Preparation }) {
  return (
    <section className="section stack">
      <h2>{words.handed}</h2>
      {handovers.length === 0 ? <p>{words.noHanded}</p> : null}
      {handovers.map(({ id, content, handedOverAt }) => (
        <Disclosure key={id} summary={dateWords.day(handedOverAt)}>
          <ShareView content={content} />
        </Disclosure>
      ))}
    </section>
  )
}
