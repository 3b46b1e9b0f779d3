// Writes down what somebody said: who, when, which skill, which level; then the next skill.
import { type FormEvent, useId, useRef, useState } from 'react'
import type { RatingContent } from '../../core/assessment/assessment.ts'
import type { Framework } from '../../core/framework/framework.ts'
import { findSkill } from '../../core/framework/look-up.ts'
import type { KeptPerson, Relation } from '../../core/person/kept-person.ts'
import { LevelChoice } from '../assess/level-choice.tsx'
import { today } from '../data/today.ts'
import { ProblemLine } from '../parts/problem-line.tsx'
import { Reading } from '../parts/reading.tsx'
import { levelName } from '../words/level.ts'
import { noteWords } from '../words/people.ts'
import { NameField, RelationField } from './person-form.tsx'
import { type Rater, type Subject, useNote } from './use-note.ts'

interface Props {
  framework: Framework
  digest: string
  subject: Subject
  people: readonly KeptPerson[]
}

/** What is chosen in the list of those who may have said it, besides the ids of people. */
const NEW = 'new'
const EMPTY = { skill: '', level: null as number | null, approaching: false, note: '' }

export function NoteForm({ framework, digest, subject, people }: Props) {
  const id = useId()
  const skillField = useRef<HTMLSelectElement>(null)
  const others = people.filter((one) => subject === 'me' || one.id !== subject.id)
  const [who, setWho] = useState(subject === 'me' ? (others[0]?.id ?? NEW) : 'me')
  const [fresh, setFresh] = useState({ name: '', relation: null as Relation | null })
  const [day, setDay] = useState(today)
  const [said, setSaid] = useState(EMPTY)
  const [done, setDone] = useState('')
  const note = useNote(subject, digest)
  const skill = findSkill(framework, said.skill)
  const put = (part: Partial<typeof EMPTY>) => setSaid((all) => ({ ...all, ...part }))
  const rater = raterOf(who, people, fresh)
  const top = framework.scale.at(-1)?.level ?? 0
  const isReady = skill !== undefined && said.level !== null && rater !== null && day !== ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isReady || rater === null || note.isPending) return setDone(isReady ? '' : noteWords.missing)
    const content: RatingContent = {
      ...{ level: said.level, reason: null, approaching: said.approaching && (said.level ?? top) < top },
      ...{ behaviours: [], confidence: null, observedOn: null, note: said.note.trim() },
    }
    note.mutate(
      { rater, day, skill: said.skill, content },
      {
        onSuccess: (known) => {
          if (typeof known === 'object') setWho(known.id)
          setFresh({ name: '', relation: null })
          setSaid(EMPTY)
          setDone(noteWords.kept(skill.name, levelName(framework, said.level ?? 0), nameOf(known)))
          skillField.current?.focus()
        },
      },
    )
  }
  return (
    <form className="note-form stack" onSubmit={submit}>
      <div className="people-form">
        <WhoField id={`${id}-who`} who={who} subject={subject} others={others} onChange={setWho} />
        {who === NEW ? (
          <>
            <NameField
              id={`${id}-name`}
              value={fresh.name}
              onChange={(name) => setFresh((one) => ({ ...one, name }))}
            />
            <RelationField
              id={`${id}-relation`}
              value={fresh.relation}
              onChange={(relation) => setFresh((one) => ({ ...one, relation }))}
            />
          </>
        ) : null}
        <div className="field">
          <label htmlFor={`${id}-day`}>{noteWords.when}</label>
          <input
            id={`${id}-day`}
            type="date"
            className="input"
            max={today()}
            value={day}
            onChange={(event) => setDay(event.target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}-skill`}>{noteWords.skill}</label>
          <select
            id={`${id}-skill`}
            ref={skillField}
            className="select"
            value={said.skill}
            onChange={(event) => put({ skill: event.target.value, level: null })}
          >
            <option value="">{noteWords.choose}</option>
            <SkillOptions framework={framework} />
          </select>
        </div>
      </div>
      {skill === undefined ? null : (
        <>
          <LevelChoice
            framework={framework}
            skill={skill}
            level={said.level}
            onChange={(level) => put({ level })}
          />
          <Approaching
            framework={framework}
            level={said.level}
            value={said.approaching}
            onChange={(approaching) => put({ approaching })}
          />
          <NoteField id={`${id}-note`} value={said.note} onChange={(text) => put({ note: text })} />
        </>
      )}
      <ProblemLine error={note.error} />
      <div className="actions">
        <button type="submit" className="button" data-look="main" disabled={!isReady || note.isPending}>
          {noteWords.keep}
        </button>
        <Reading>{done}</Reading>
      </div>
    </form>
  )
}

function raterOf(
  who: string,
  people: readonly KeptPerson[],
  fresh: { name: string; relation: Relation | null },
): Rater | null {
  if (who === 'me' || who === 'unknown') return who
  if (who === NEW) return fresh.name.trim() === '' ? null : { ...fresh, name: fresh.name.trim() }
  return people.find((one) => one.id === who) ?? null
}

function nameOf(rater: KeptPerson | 'me' | 'unknown'): string {
  if (rater === 'me') return noteWords.you.toLowerCase()
  return rater === 'unknown' ? noteWords.somebody.toLowerCase() : rater.displayName
}

function WhoField(props: {
  id: string
  who: string
  subject: Subject
  others: readonly KeptPerson[]
  onChange: (who: string) => void
}) {
  const { subject } = props
  return (
    <div className="field">
      <label htmlFor={props.id}>{noteWords.who}</label>
      <select
        id={props.id}
        className="select"
        value={props.who}
        onChange={(event) => props.onChange(event.target.value)}
      >
        {subject === 'me' ? null : (
          <>
            <option value="me">{noteWords.you}</option>
            <option value={subject.id}>{noteWords.themselves(subject.displayName)}</option>
          </>
        )}
        {props.others.map((one) => (
          <option key={one.id} value={one.id}>
            {one.displayName}
          </option>
        ))}
        <option value={NEW}>{noteWords.new}</option>
        <option value="unknown">{noteWords.unknown}</option>
      </select>
    </div>
  )
}

/** By group; what is private is never asked of others. */
export function SkillOptions({ framework }: { framework: Framework }) {
  return framework.groups.map((group) => (
    <optgroup key={group.id} label={group.name}>
      {framework.skills
        .filter((skill) => skill.group === group.id && !skill.private)
        .map((skill) => (
          <option key={skill.id} value={skill.id}>
            {skill.name}
          </option>
        ))}
    </optgroup>
  ))
}

export function Approaching(props: {
  framework: Framework
  level: number | null
  value: boolean
  onChange: (approaching: boolean) => void
}) {
  const top = props.framework.scale.at(-1)?.level ?? 0
  const isOff = props.level === null || props.level >= top
  return (
    <label className="tick">
      <input
        type="checkbox"
        checked={props.value && !isOff}
        disabled={isOff}
        onChange={(event) => props.onChange(event.target.checked)}
      />
      <span>{noteWords.approaching}</span>
    </label>
  )
}

/** One line, so that Enter writes it down. */
export function NoteField(props: { id: string; value: string; onChange: (note: string) => void }) {
  return (
    <div className="field">
      <label htmlFor={props.id}>{noteWords.note}</label>
      <input
        id={props.id}
        className="input"
        autoComplete="off"
        maxLength={4000}
        value={props.value}
        aria-describedby={`${props.id}-hint`}
        onChange={(event) => props.onChange(event.target.value)}
      />
      <span id={`${props.id}-hint`} className="field-hint">
        {noteWords.noteHint}
      </span>
    </div>
  )
}
