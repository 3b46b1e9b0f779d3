// For each person what was agreed with them and what they had in earlier quarters; they read all of it.
import { type FormEvent, useId, useState } from 'react'
import type { Framework } from '../../core/framework/framework.ts'
import { topLevel } from '../../core/framework/look-up.ts'
import {
  type AgreedGrowth,
  MOST_AREAS,
  OPPORTUNITY_KINDS,
  type OpportunityKind,
} from '../../core/opportunity/opportunity.ts'
import { addQuarters, quarterName } from '../../core/opportunity/quarter.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { SkillLevels } from '../parts/skill-levels.tsx'
import { dateWords } from '../words/date.ts'
import { skillName } from '../words/names.ts'
import { kindWords, opportunityWords } from '../words/opportunities.ts'
import { removePart, saveAgreed, saveEarlierWork, takeChangeBack } from './api-opportunities.ts'
import { type Planner, taken } from './use-planner.ts'

const { agreed: words, earlier } = opportunityWords

interface Props {
  framework: Framework
  digest: string
  planner: Planner
  /** The first quarter that is planned. */
  from: string
}

export function AgreedPeople({ framework, digest, planner, from }: Props) {
  const { people, agreed } = planner.data
  return (
    <ul className="planned-people">
      {people.map((person) => (
        <li key={person.id} className="stack-s">
          <h3>{person.displayName}</h3>
          <Agreed
            {...{ framework, digest, planner }}
            person={person}
            known={agreed.find(({ personId }) => personId === person.id) ?? null}
          />
          <Disclosure summary={earlier.title}>
            <Earlier planner={planner} person={person} from={from} />
          </Disclosure>
        </li>
      ))}
    </ul>
  )
}

interface Whose {
  planner: Planner
  person: { id: string; displayName: string }
}

function Agreed(props: Whose & { framework: Framework; digest: string; known: AgreedGrowth | null }) {
  const { framework, digest, planner, person, known } = props
  const [isOpen, setOpen] = useState(false)
  if (!isOpen)
    return (
      <>
        <p className="small">
          {known === null
            ? words.none
            : [
                opportunityWords.mine.weeks(known.weeks),
                ...known.areas.map(
                  ({ skill, level }) => `${words.area(skillName(framework, skill), level)}.`,
                ),
              ].join(' ')}{' '}
          {known === null ? null : <span className="quiet">{words.on(dateWords.day(known.agreedOn))}</span>}
        </p>
        {known === null || known.note === '' ? null : (
          <p className="small work-remark">{words.remark(person.displayName, known.note)}</p>
        )}
        <button
          type="button"
          className="button no-print"
          aria-label={`${known === null ? words.write : words.change}: ${person.displayName}`}
          onClick={() => setOpen(true)}
        >
          {known === null ? words.write : words.change}
        </button>
      </>
    )
  const save = (areas: AgreedGrowth['areas'], weeks: number) =>
    planner.once(
      async () => {
        const { id, ended } = await taken(saveAgreed(person.id, { frameworkDigest: digest, areas, weeks }))
        const run = () => taken(takeChangeBack({ added: [id], ended }))
        return { what: words.saved(person.displayName), run }
      },
      { onSuccess: () => setOpen(false) },
    )
  const form = { framework, known, isBusy: planner.act.isPending }
  return <AgreedForm {...form} onSave={save} onCancel={() => setOpen(false)} />
}

function AgreedForm(props: {
  framework: Framework
  known: AgreedGrowth | null
  isBusy: boolean
  onSave: (areas: AgreedGrowth['areas'], weeks: number) => void
  onCancel: () => void
}) {
  const { framework, known, isBusy, onSave, onCancel } = props
  const id = useId()
  const [areas, setAreas] = useState(known?.areas ?? [])
  const [weeks, setWeeks] = useState(known?.weeks ?? 6)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSave(areas, weeks)
  }
  return (
    <form className="stack-s" onSubmit={submit}>
      <p className="small quiet">{words.hint}</p>
      <div className="field work-narrow">
        <label htmlFor={`${id}-weeks`}>{words.weeks}</label>
        <input
          id={`${id}-weeks`}
          className="input"
          type="number"
          min={0}
          max={13}
          step={0.5}
          value={weeks}
          onChange={(event) => setWeeks(Number(event.target.value))}
        />
      </div>
      <fieldset className="field">
        <legend className="field-label">{words.areas}</legend>
        <SkillLevels
          framework={framework}
          chosen={areas}
          least={0}
          highest={topLevel(framework) - 1}
          most={MOST_AREAS}
          levelLabel={words.level}
          onChange={setAreas}
        />
      </fieldset>
      <div className="actions">
        <button type="submit" className="button" data-look="main" disabled={isBusy}>
          {words.save}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {opportunityWords.form.cancel}
        </button>
      </div>
    </form>
  )
}

function Earlier({ planner, person, from }: Whose & { from: string }) {
  const id = useId()
  const [title, setTitle] = useState('')
  const [kind, setKind] = useState<OpportunityKind>('stretch')
  const [quarter, setQuarter] = useState(addQuarters(from, -1))
  const isOnBoard = (id: string | null) => planner.problem.works.some((work) => work.id === id)
  // Also what the board does not hold: work of a former manager, and work that was taken off the list.
  const had = planner.data.parts.filter(
    (part) => part.personId === person.id && part.stage === 'given' && !isOnBoard(part.opportunityId),
  )
  const add = (event: FormEvent) => {
    event.preventDefault()
    planner.once(
      async () => {
        const work = { title: title.trim(), about: '', kind, quarter, weeks: 1, skills: [] }
        const [part] = await taken(saveEarlierWork(person.id, work))
        return { what: earlier.added, run: async () => taken(removePart(part?.id ?? '')) }
      },
      { onSuccess: () => setTitle('') },
    )
  }
  return (
    <form className="stack-s" onSubmit={add}>
      <p className="small quiet">{earlier.hint}</p>
      {had.length === 0 ? <p className="small">{earlier.none}</p> : null}
      <ul className="small">
        {had.map((part) => (
          <li key={part.id}>
            {earlier.line(part.work.title, kindWords[part.work.kind].name, quarterName(part.work.quarter))}{' '}
            <button
              type="button"
              className="button"
              data-look="plain"
              disabled={planner.act.isPending}
              aria-label={`${earlier.takeBack}: ${part.work.title}`}
              onClick={() =>
                planner.once(async () => {
                  await taken(removePart(part.id))
                  const run = () => taken(takeChangeBack({ added: [], ended: [part.id] }))
                  return { what: earlier.takenBack, run }
                })
              }
            >
              {earlier.takeBack}
            </button>
          </li>
        ))}
      </ul>
      <div className="work-numbers">
        <div className="field">
          <label htmlFor={`${id}-what`}>{earlier.what}</label>
          <input
            id={`${id}-what`}
            className="input"
            required
            maxLength={200}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}-kind`}>{opportunityWords.form.kind}</label>
          <select
            id={`${id}-kind`}
            className="select"
            value={kind}
            onChange={(event) => setKind(event.target.value as OpportunityKind)}
          >
            {OPPORTUNITY_KINDS.map((one) => (
              <option key={one} value={one}>
                {kindWords[one].name}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor={`${id}-quarter`}>{opportunityWords.form.quarter}</label>
          <select
            id={`${id}-quarter`}
            className="select"
            value={quarter}
            onChange={(event) => setQuarter(event.target.value)}
          >
            {[-1, -2, -3].map((back) => (
              <option key={back} value={addQuarters(from, back)}>
                {quarterName(addQuarters(from, back))}
              </option>
            ))}
          </select>
        </div>
      </div>
      <button type="submit" className="button" disabled={planner.act.isPending}>
        {earlier.add}
      </button>
    </form>
  )
}
