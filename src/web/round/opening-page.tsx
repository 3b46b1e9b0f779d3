// Both sides of what two people rated without seeing each other's: the differences are the agenda, then they agree.

import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { Framework } from '../../core/framework/framework.ts'
import { capitalise } from '../../core/planning/plain-words.ts'
import { type Difference, differences } from '../../core/round/opening.ts'
import { frameworkQuery } from '../data/queries.ts'
import { useSession } from '../data/use-session.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { dateWords } from '../words/date.ts'
import { levelName } from '../words/level.ts'
import { skillName } from '../words/names.ts'
import { askedWords, openingWords, purposeWords } from '../words/rounds.ts'
import { AgreeForm } from './agree-form.tsx'
import { AgreedLevels } from './agreed-levels.tsx'
import type { OpenedPair } from './api-rounds.ts'
import { agreementsQuery, openingQuery } from './use-rounds.ts'
import './rounds.css'

export function OpeningPage() {
  const { id } = useParams({ from: '/openings/$id' })
  const opened = useSuspenseQuery(openingQuery(id)).data
  const { data: framework } = useSuspenseQuery(frameworkQuery(opened.frameworkDigest))
  const me = useSession()?.personId
  const { subject, manager, sides } = opened
  const other = subject.id === me ? manager : subject
  const skills = [...new Set([...sides.subject.ratings, ...sides.manager.ratings].map(({ skill }) => skill))]
  const inOrder = framework.skills.map((skill) => skill.id).filter((skill) => skills.includes(skill))
  const agenda = differences(sides, inOrder)
  const hasAgreed = useSuspenseQuery(agreementsQuery).data.some(
    (one) =>
      one.subject.id === subject.id &&
      one.manager.id === manager.id &&
      one.signedAt !== null &&
      one.signedAt > opened.openedAt,
  )
  const form = (
    <>
      <p className="quiet">{openingWords.agreeAbout}</p>
      <AgreeForm
        framework={framework}
        digest={opened.frameworkDigest}
        purpose={opened.purpose}
        other={other}
        skills={agenda.map(({ skill }) => skill)}
      />
    </>
  )
  return (
    <div className="rounds">
      <PageHead
        title={openingWords.title(subject.name)}
        eyebrow={<Link to="/asked">{askedWords.backToList}</Link>}
      >
        <p className="lead">
          {openingWords.lead(subject.name, manager.name, dateWords.day(opened.openedAt))}
        </p>
        <p className="quiet">
          {openingWords.whoReads(subject.name, manager.name)} {capitalise(purposeWords[opened.purpose])}.{' '}
          <WhoCanSee of="opening" id={id} shared />
        </p>
      </PageHead>
      <section className="section stack">
        <h2>{openingWords.agenda}</h2>
        <p className="small quiet">
          {agenda.every(({ apart }) => apart === 0) ? openingWords.alike : openingWords.agendaAbout}
        </p>
        <Differences framework={framework} opened={opened} agenda={agenda} />
      </section>
      {hasAgreed ? null : (
        <section className="section stack">
          <h2>{openingWords.agree}</h2>
          {form}
        </section>
      )}
      <AgreedLevels between={[subject.id, manager.id]} />
      {hasAgreed ? <Disclosure summary={openingWords.agreeAnew}>{form}</Disclosure> : null}
    </div>
  )
}

function Differences(props: { framework: Framework; opened: OpenedPair; agenda: readonly Difference[] }) {
  const { framework, opened, agenda } = props
  const { subject, manager, sides } = opened
  const noteOf = (side: 'subject' | 'manager', skill: string) =>
    sides[side].ratings.find((one) => one.skill === skill)?.note ?? ''
  return (
    <table className="data-table rounds-differences">
      <thead>
        <tr>
          <th scope="col">{openingWords.skill}</th>
          <th scope="col">{openingWords.gave(subject.name)}</th>
          <th scope="col">{openingWords.gave(manager.name)}</th>
          <th scope="col">{openingWords.difference}</th>
        </tr>
      </thead>
      <tbody>
        {agenda.map((line) => (
          <tr key={line.skill}>
            <th scope="row">{skillName(framework, line.skill)}</th>
            <td data-label={openingWords.gave(subject.name)}>
              <Said
                level={sayLevel(framework, line.subjectLevel)}
                guess={sayGuess(framework, line.managerGuessed, manager.name)}
                note={noteOf('subject', line.skill)}
              />
            </td>
            <td data-label={openingWords.gave(manager.name)}>
              <Said
                level={sayLevel(framework, line.managerLevel)}
                guess={sayGuess(framework, line.subjectGuessed, subject.name)}
                note={noteOf('manager', line.skill)}
              />
            </td>
            <td>{line.apart === null ? openingWords.oneOnly : openingWords.apart(line.apart)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Said({ level, guess, note }: { level: string; guess: string | null; note: string }) {
  return (
    <>
      {level}
      {guess === null ? null : <span className="small quiet"> ({guess})</span>}
      {note === '' ? null : <span className="rounds-said small">{note}</span>}
    </>
  )
}

function sayLevel(framework: Framework, level: number | null): string {
  if (level === null) return openingWords.noLevel
  return Number.isInteger(level) ? levelName(framework, level) : openingWords.towards(Math.ceil(level))
}

function sayGuess(framework: Framework, guess: number | null, who: string): string | null {
  return guess === null ? null : `${openingWords.guessed(who)}: ${levelName(framework, guess)}`
}
