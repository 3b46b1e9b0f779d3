// Whether somebody whom one keeps is a member: who it may be, what they would see, saying so, and taking it back.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { KeptPerson } from '../../core/person/kept-person.ts'
import type { Member } from '../organisation/api-organisation.ts'
import { ColleagueField } from '../organisation/colleague-field.tsx'
import { tellApart } from '../organisation/tell-apart.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { ProblemLine } from '../parts/problem-line.tsx'
import { dateWords } from '../words/date.ts'
import { joiningWords } from '../words/joining.ts'
import { type KeptAndJoining, linkPerson, unlinkPerson } from './api-joining.ts'
import { HeldForKeeper } from './held-for-keeper.tsx'
import { joiningQuery, useJoiningChange } from './use-joining.ts'
import './held.css'

/** In a team alone: a laptop has no list of people. */
export function JoiningSection({ person }: { person: KeptPerson }) {
  const known = useSuspenseQuery(joiningQuery(person.id)).data
  return known.joining === null ? (
    <NotLinked person={person} known={known} />
  ) : (
    <Linked person={person} known={known} joining={known.joining} />
  )
}

function NotLinked({ person, known }: { person: KeptPerson; known: KeptAndJoining }) {
  const [member, setMember] = useState<Pick<Member, 'id' | 'displayName'> | null>(null)
  return (
    <section className="section stack no-print">
      <h2>{joiningWords.title(person.displayName)}</h2>
      <p className="small quiet">{joiningWords.about(person.displayName)}</p>
      {known.mayBe.length === 0 ? null : (
        <fieldset className="choices">
          <legend className="field-label">{joiningWords.mayBe}</legend>
          {tellApart(known.mayBe, 'teams').map(({ member: one, facts }) => (
            <label key={one.id} className="choice">
              <input
                type="radio"
                name={`may-be-${person.id}`}
                checked={member?.id === one.id}
                onChange={() => setMember(one)}
              />
              <span>{joiningWords.choosen(one.displayName, facts.join(', '))}</span>
            </label>
          ))}
        </fieldset>
      )}
      <ColleagueField
        label={joiningWords.choose}
        hint={joiningWords.chooseHint}
        unknown={joiningWords.chooseUnknown}
        onChange={(colleague) =>
          setMember((before) => colleague ?? known.mayBe.find(({ id }) => id === before?.id) ?? null)
        }
      />
      {member === null ? null : <Preview key={member.id} person={person} known={known} member={member} />}
    </section>
  )
}

function Preview(props: {
  person: KeptPerson
  known: KeptAndJoining
  member: Pick<Member, 'id' | 'displayName'>
}) {
  const { person, known, member } = props
  const [isSure, setIsSure] = useState(false)
  const link = useJoiningChange(() => linkPerson(person.id, member.id))
  return (
    <div className="stack">
      <h3>{joiningWords.preview(member.displayName)}</h3>
      <p className="small quiet">
        {joiningWords.previewAbout(member.displayName)}{' '}
        {joiningWords.keptAs(person.displayName, member.displayName)}
      </p>
      <HeldForKeeper keptId={person.id} name={member.displayName} things={known} />
      <label className="tick">
        <input type="checkbox" checked={isSure} onChange={(event) => setIsSure(event.target.checked)} />
        <span>{joiningWords.sure(member.displayName)}</span>
      </label>
      <p>
        <button
          type="button"
          className="button"
          data-look="main"
          disabled={!isSure || link.isPending}
          onClick={() => link.mutate(undefined)}
        >
          {joiningWords.do(member.displayName)}
        </button>
      </p>
      <ProblemLine error={link.error} />
    </div>
  )
}

function Linked(props: {
  person: KeptPerson
  known: KeptAndJoining
  joining: NonNullable<KeptAndJoining['joining']>
}) {
  const { person, known, joining } = props
  const { name } = joining.member
  const unlink = useJoiningChange(() => unlinkPerson(person.id))
  const isAnswered =
    known.removed.length > 0 || [...known.ratings, ...known.named].some(({ answer }) => answer !== null)
  return (
    <section className="section stack">
      <h2>{joiningWords.answers(name)}</h2>
      <p>{joiningWords.linked(name, dateWords.day(joining.linkedAt))}</p>
      {isAnswered ? null : <p className="quiet">{joiningWords.noAnswers(name)}</p>}
      <HeldForKeeper keptId={person.id} name={name} things={known} />
      <div className="no-print">
        <Disclosure summary={joiningWords.unlink(name)}>
          <p>{joiningWords.unlinkAbout(name)}</p>
          <button
            type="button"
            className="button"
            disabled={unlink.isPending}
            onClick={() => unlink.mutate(undefined)}
          >
            {joiningWords.unlinkDo}
          </button>
          <ProblemLine error={unlink.error} />
        </Disclosure>
      </div>
    </section>
  )
}
