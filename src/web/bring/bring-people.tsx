// Ratings of people in a file that was brought: who is who, which skill is which, and keeping them.
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { Framework } from '../../core/framework/framework.ts'
import { placeInWords } from '../../core/importing/import-words.ts'
import {
  type BroughtChoices,
  type BroughtPlan,
  planBroughtRatings,
} from '../../core/importing/plan-brought-ratings.ts'
import type { KeptPerson } from '../../core/person/kept-person.ts'
import { today } from '../data/today.ts'
import { useFramework } from '../data/use-framework.ts'
import { useMe } from '../data/use-me.ts'
import { useOnce } from '../data/use-once.ts'
import type { SentImport } from '../framework/api-frameworks.ts'
import { expectValue } from '../framework/use-frameworks.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { ProblemLine } from '../parts/problem-line.tsx'
import { Reading } from '../parts/reading.tsx'
import { type BroughtAnswer, bringRatings } from '../person/api-people.ts'
import { useTakeBroughtBack } from '../person/brought-files.tsx'
import { SkillOptions } from '../person/note-form.tsx'
import { peopleQuery } from '../person/people-queries.ts'
import { bringPeopleWords } from '../words/bring-people.ts'
import { joiningWords } from '../words/joining.ts'
import { BringPeopleQuestions } from './bring-people-questions.tsx'
import '../person/people.css'

export function BringPeople({ sent }: { sent: SentImport }) {
  const me = useMe()
  const framework = useFramework()
  const people = useSuspenseQuery(peopleQuery).data
  const [choices, setChoices] = useState<BroughtChoices>(() => ({
    rater: sent.reading.ratings.some((rating) => rating.ratedBy !== undefined) ? 'unknown' : 'me',
    ratedOn: today(),
    people: {},
    skills: {},
  }))
  const keep = useBringRatings(sent.token)
  const plan = useMemo(
    () =>
      planBroughtRatings(
        sent.reading.ratings,
        {
          framework,
          people,
          me: { id: me.person.id, name: me.person.displayName },
          now: new Date().toISOString(),
        },
        choices,
      ),
    [sent, framework, people, me, choices],
  )
  const put = (part: Partial<BroughtChoices>) => setChoices((all) => ({ ...all, ...part }))
  if (keep.data) return <AfterBringing answer={keep.data} />
  const count = plan.notes.reduce((sum, note) => sum + note.ratings.length, 0)
  const about = new Set(plan.notes.map((note) => note.subject)).size
  return (
    <section className="section stack bring-people" aria-labelledby="bring-people">
      <h2 id="bring-people">{bringPeopleWords.title}</h2>
      <p>{bringPeopleWords.about(framework.name)}</p>
      <p className="small quiet">{joiningWords.beforeKeeping}</p>
      <BringPeopleQuestions plan={plan} choices={choices} onChange={put} />
      <WhoIsWho
        plan={plan}
        people={people}
        onChange={(name, who) => put({ people: { ...choices.people, [name]: who } })}
      />
      <WhichSkill
        plan={plan}
        framework={framework}
        onChange={(name, skill) => put({ skills: { ...choices.skills, [name]: skill } })}
      />
      <LeftOut plan={plan} />
      <Reading>{count === 0 ? bringPeopleWords.nothing : bringPeopleWords.will(count, about)}</Reading>
      <div className="actions">
        <button
          type="button"
          className="button"
          data-look="main"
          disabled={count === 0 || keep.isPending}
          onClick={() => keep.mutate(choices)}
        >
          {keep.isPending ? bringPeopleWords.keeping : bringPeopleWords.keep}
        </button>
      </div>
      <ProblemLine error={keep.error} />
    </section>
  )
}

function useBringRatings(token: string) {
  const queries = useQueryClient()
  const once = useOnce()
  return useMutation({
    mutationFn: async (choices: BroughtChoices) =>
      expectValue(await once(choices, (key) => bringRatings(token, choices, key))),
    onSuccess: () => queries.invalidateQueries(),
  })
}

function WhoIsWho(props: {
  plan: BroughtPlan
  people: readonly KeptPerson[]
  onChange: (name: string, who: string) => void
}) {
  return (
    <Disclosure summary={bringPeopleWords.who} open>
      <div className="scroll-x">
        <table className="data-table">
          <thead>
            <tr>
              <th scope="col">{bringPeopleWords.inFile}</th>
              <th scope="col">{bringPeopleWords.whoIsIt}</th>
            </tr>
          </thead>
          <tbody>
            {props.plan.people.map(({ name, who }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>
                  <select
                    className="select people-narrow"
                    aria-label={bringPeopleWords.whoOf(name)}
                    value={who}
                    onChange={(event) => props.onChange(name, event.target.value)}
                  >
                    <option value="new">{bringPeopleWords.new}</option>
                    <option value="me">{bringPeopleWords.me}</option>
                    {props.people.map((person) => (
                      <option key={person.id} value={person.id}>
                        {person.displayName}
                      </option>
                    ))}
                    <option value="leave">{bringPeopleWords.leave}</option>
                  </select>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Disclosure>
  )
}

function WhichSkill(props: {
  plan: BroughtPlan
  framework: Framework
  onChange: (name: string, skill: string) => void
}) {
  const { plan, framework } = props
  const unmatched = plan.skills.filter((skill) => skill.skillId === null).length
  return (
    <>
      <p className={unmatched === 0 ? 'small quiet' : undefined}>
        {unmatched === 0 ? bringPeopleWords.allMatched : bringPeopleWords.unmatched(unmatched)}
      </p>
      <Disclosure summary={bringPeopleWords.skills} open={unmatched > 0}>
        <ul className="people-list">
          {plan.skills
            .toSorted((a, b) => Number(a.skillId !== null) - Number(b.skillId !== null))
            .map(({ name, skillId }) => (
              <li key={name}>
                <span>{name}</span>
                <select
                  className="select people-narrow"
                  aria-label={bringPeopleWords.skillOf(name)}
                  value={skillId ?? ''}
                  onChange={(event) => props.onChange(name, event.target.value)}
                >
                  <option value="">{bringPeopleWords.leaveSkill}</option>
                  <SkillOptions framework={framework} />
                </select>
              </li>
            ))}
        </ul>
      </Disclosure>
    </>
  )
}

/** Beyond this a list is read by nobody; the command line gives all of it. */
const SHOWN = 200

function LeftOut({ plan }: { plan: BroughtPlan }) {
  if (plan.losses.length === 0) return null
  return (
    <Disclosure summary={bringPeopleWords.losses(plan.losses.length)}>
      <ul className="marked-list">
        {plan.losses.slice(0, SHOWN).map(({ place, what, why }) => (
          <li key={`${placeInWords(place)} ${what} ${why}`}>
            <strong>{placeInWords(place)}</strong>: {what}. <span className="quiet">{why}</span>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}

function AfterBringing({ answer }: { answer: BroughtAnswer }) {
  const back = useTakeBroughtBack()
  const { brought, kept } = answer
  if (back.data)
    return (
      <div className="notice" role="status">
        <p>{bringPeopleWords.taken(back.data.ratings.back, back.data.ratings.left)}</p>
      </div>
    )
  return (
    <div className="notice" role="status">
      <p>{bringPeopleWords.done(brought.ratings, kept, brought.people)}</p>
      <div className="actions">
        <Link to="/people" className="button" data-look="main">
          {bringPeopleWords.toPeople}
        </Link>
        {brought.ratings === 0 ? null : (
          <button
            type="button"
            className="button"
            disabled={back.isPending}
            onClick={() => back.mutate(brought.id)}
          >
            {bringPeopleWords.takeBack}
          </button>
        )}
      </div>
      <ProblemLine error={back.error} />
    </div>
  )
}
