// Somebody whom I keep: what was said about them, and what I write down myself.
import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import type { KeepPersonCommand, KeptPerson } from '../../core/person/kept-person.ts'
import { ApiError, newId } from '../api.ts'
import { useFramework } from '../data/use-framework.ts'
import { useMe } from '../data/use-me.ts'
import { useSession } from '../data/use-session.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { ProblemLine } from '../parts/problem-line.tsx'
import { Missing } from '../parts/trouble.tsx'
import { ReceivedShares } from '../share/received-shares.tsx'
import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { joiningWords } from '../words/joining.ts'
import { roleName } from '../words/names.ts'
import { noteWords, peopleWords, relationWords } from '../words/people.ts'
import { changePerson, removePerson } from './api-people.ts'
import { JoiningSection } from './joining-section.tsx'
import { NoteForm } from './note-form.tsx'
import { peopleQuery, ratingsAboutQuery } from './people-queries.ts'
import { PersonForm } from './person-form.tsx'
import { PersonStanding } from './person-standing.tsx'
import { SaidList } from './said-list.tsx'
import { joiningQuery } from './use-joining.ts'
import './people.css'
import { Later } from '../parts/later.tsx'

export function PersonPage() {
  const { id } = useParams({ from: '/people/$id' })
  const people = useSuspenseQuery(peopleQuery).data
  const person = people.find((one) => one.id === id)
  if (person === undefined) return <Missing text={peopleWords.missing} />
  return <Person key={id} person={person} people={people} />
}

function Person({ person, people }: { person: KeptPerson; people: readonly KeptPerson[] }) {
  const me = useMe()
  const framework = useFramework()
  const { ratings } = useSuspenseQuery(ratingsAboutQuery(person.id)).data
  const isTeam = useSession()?.kind === 'team'
  const known = useQuery({ ...joiningQuery(person.id), enabled: isTeam }).data
  const joining = known?.joining ?? null
  const member = joining?.member.name ?? null
  const isRated = ratings.some(({ level }) => level !== null)
  const facts = [
    person.relation === null ? '' : relationWords[person.relation],
    person.role === null ? '' : roleName(framework, person.role),
  ].filter((fact) => fact !== '')
  return (
    <div className="people">
      <PageHead title={person.displayName} eyebrow={<Link to="/people">{peopleWords.title}</Link>}>
        {facts.length === 0 ? null : <p className="lead">{facts.join(', ')}</p>}
        <p className="quiet">
          {member === null ? peopleWords.private : joiningWords.readers(member)}{' '}
          {joining === null ? (
            <WhoCanSee of="keptPerson" />
          ) : (
            <WhoCanSee of="joining" id={joining.id} shared />
          )}
        </p>
        <p className="no-print">
          <Link to="/talks" search={{ with: person.id }}>
            {peopleWords.talk}
          </Link>
        </p>
      </PageHead>
      {isRated ? <PersonStanding person={person} ratings={ratings} /> : null}
      <section className={isRated ? 'section stack' : 'stack'}>
        <h2>{noteWords.aboutTitle}</h2>
        {ratings.length === 0 ? (
          <p>{noteWords.noneAbout(person.displayName)}</p>
        ) : (
          <SaidList
            framework={framework}
            ratings={ratings}
            meId={me.person.id}
            subjectName={person.displayName}
          />
        )}
      </section>
      <ReceivedShares personId={person.id} />
      {isTeam ? (
        <Later>
          <JoiningSection person={person} />
        </Later>
      ) : null}
      <section className="section stack no-print">
        <h2>{noteWords.write}</h2>
        <p className="small quiet">
          {member === null ? joiningWords.beforeWriting(person.displayName) : joiningWords.writing(member)}
        </p>
        <NoteForm framework={framework} digest={me.framework.digest} subject={person} people={people} />
      </section>
      <section className="section no-print">
        <ChangePerson person={person} />
        <RemovePerson person={person} />
      </section>
    </div>
  )
}

function ChangePerson({ person }: { person: KeptPerson }) {
  const framework = useFramework()
  const queries = useQueryClient()
  const change = useMutation({
    mutationFn: async (command: KeepPersonCommand) => {
      const next = { ...command, revisionId: newId() }
      const outcome = await changePerson(person.id, next, person.revisionId)
      if (!outcome.ok) throw new ApiError(outcome.failure)
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['people'] }),
  })
  return (
    <Disclosure summary={peopleWords.change}>
      <PersonForm framework={framework} person={person} isBusy={change.isPending} onSubmit={change.mutate} />
      <ProblemLine error={change.error} />
    </Disclosure>
  )
}

function RemovePerson({ person }: { person: KeptPerson }) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const remove = useMutation({
    mutationFn: async () => {
      const outcome = await removePerson(person.id)
      if (!outcome.ok) throw new ApiError(outcome.failure)
    },
    onSuccess: async () => {
      await navigate({ to: '/people' })
      await queries.invalidateQueries({ queryKey: ['people'] })
    },
  })
  return (
    <Disclosure summary={peopleWords.remove}>
      <p>{peopleWords.removeText(person.displayName)}</p>
      <button type="button" className="button" disabled={remove.isPending} onClick={() => remove.mutate()}>
        {peopleWords.removeDo(person.displayName)}
      </button>
      <ProblemLine error={remove.error} />
    </Disclosure>
  )
}
