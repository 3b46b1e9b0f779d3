// The people whom I keep, by name; adding somebody, bringing a table of them, and taking one away.
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { KeepPersonCommand, KeptPerson } from '../../core/person/kept-person.ts'
import { ApiError, newId } from '../api.ts'
import { useFramework } from '../data/use-framework.ts'
import { PageHead } from '../parts/page-head.tsx'
import { ProblemLine } from '../parts/problem-line.tsx'
import { ReceiveShare } from '../share/receive-share.tsx'
import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { joiningWords } from '../words/joining.ts'
import { roleName } from '../words/names.ts'
import { peopleWords, relationWords } from '../words/people.ts'
import { addPerson } from './api-people.ts'
import { BroughtFiles } from './brought-files.tsx'
import { PeopleExport } from './people-export.tsx'
import { PeopleNetworks } from './people-networks.tsx'
import { peopleComparisonQuery, peopleQuery } from './people-queries.ts'
import { PersonForm } from './person-form.tsx'
import { RatingHabit } from './rating-habit.tsx'
import './people.css'

export function PeoplePage() {
  const people = useSuspenseQuery(peopleQuery).data
  const { networks, habit } = useSuspenseQuery(peopleComparisonQuery).data
  return (
    <div className="people">
      <PageHead title={peopleWords.title}>
        <p className="lead">{peopleWords.lead}</p>
        <p className="quiet">
          {peopleWords.private} <WhoCanSee of="keptPerson" />
        </p>
      </PageHead>
      {people.length === 0 ? <p>{peopleWords.none}</p> : <PeopleList people={people} />}
      <p className="people-others">
        <Link to="/others">{peopleWords.others}</Link>
      </p>
      <section className="section stack no-print">
        <h2>{peopleWords.add}</h2>
        <p className="small quiet">{joiningWords.beforeKeeping}</p>
        <AddPerson />
        <p className="small quiet">
          <Link to="/frameworks/import">{peopleWords.bring}</Link>. {peopleWords.bringHelp}
        </p>
        <BroughtFiles />
        <ReceiveShare people={people} />
      </section>
      {people.length === 0 ? null : (
        <section className="section stack no-print">
          <h2>{peopleWords.export}</h2>
          <PeopleNetworks networks={networks} />
          <PeopleExport />
        </section>
      )}
      <RatingHabit habit={habit} />
    </div>
  )
}

function PeopleList({ people }: { people: readonly KeptPerson[] }) {
  const framework = useFramework()
  return (
    <ul className="people-list">
      {people.map((person) => (
        <li key={person.id}>
          <Link to="/people/$id" params={{ id: person.id }}>
            {person.displayName}
          </Link>
          <span className="small quiet">
            {[
              person.relation === null ? '' : relationWords[person.relation],
              person.role === null ? '' : roleName(framework, person.role),
            ]
              .filter((fact) => fact !== '')
              .join(', ')}
          </span>
        </li>
      ))}
    </ul>
  )
}

function AddPerson() {
  const framework = useFramework()
  const queries = useQueryClient()
  const [key, setKey] = useState(newId)
  const add = useMutation({
    mutationFn: async (command: KeepPersonCommand) => {
      const outcome = await addPerson(command, key)
      if (!outcome.ok) throw new ApiError(outcome.failure)
    },
    onError: (error) => {
      // After a refusal another request is meant; after a lost answer the same one is.
      if (error instanceof ApiError && error.problem.status >= 400) setKey(newId())
    },
    onSuccess: () => {
      setKey(newId())
      return queries.invalidateQueries({ queryKey: ['people'] })
    },
  })
  return (
    <>
      <PersonForm
        key={add.isSuccess ? key : 'first'}
        framework={framework}
        isBusy={add.isPending}
        onSubmit={add.mutate}
      />
      <ProblemLine error={add.error} />
    </>
  )
}
