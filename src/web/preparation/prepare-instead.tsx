// What can be seen, in place of a vague sentence: in somebody's role and one level on; taken over into a talk or into feedback.
import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { type FeedbackAim, NO_PARTS } from '../../core/composing/feedback-parts.ts'
import type { Framework, Skill } from '../../core/framework/framework.ts'
import { findRole } from '../../core/framework/look-up.ts'
import { inSentence } from '../../core/planning/plain-words.ts'
import { sayInstead } from '../../core/preparation/say-instead.ts'
import type { TeamPerson } from '../../core/team-map/team-map.ts'
import { ProblemLine } from '../parts/problem-line.tsx'
import { Reading } from '../parts/reading.tsx'
import { dateWords } from '../words/date.ts'
import { levelName, levelWords } from '../words/level.ts'
import { asSentence } from '../words/names.ts'
import { preparedWords as words } from '../words/preparation.ts'
import { sayWords } from '../words/say.ts'
import { useTakeToFeedback, useTakeToTalk } from './use-take-over.ts'

interface Props {
  framework: Framework
  digest: string
  person: TeamPerson
  role: string
  skill: Skill
  aim: FeedbackAim
}

/** Two things are enough to look for; these are chosen before anything is said. */
const TO_LOOK_FOR = 2

export function PrepareInstead(props: Props) {
  const { framework, person, role, skill } = props
  const id = useId()
  const known = person.known.find((one) => one.skill === skill.id)?.level ?? null
  const { asked, next } = sayInstead(framework, { role, skill, known })
  const [chosen, setChosen] = useState<readonly string[]>(() => next.lines.slice(0, TO_LOOK_FOR))
  const questions = words.questions(inSentence(skill.name, framework.language))
  const toggle = (line: string) =>
    setChosen(chosen.includes(line) ? chosen.filter((one) => one !== line) : [...chosen, line])
  const name = (level: number) => levelName(framework, level)
  return (
    <>
      <div className="columns">
        <fieldset className="prepare-look stack-s">
          <legend>
            <strong>{words.lookFor(name(next.level))}</strong>
          </legend>
          <p className="small quiet">{words.lookHint}</p>
          {next.lines.map((line, index) => (
            <label key={line} htmlFor={`${id}${index}`} className="prepare-tick">
              <input
                id={`${id}${index}`}
                type="checkbox"
                checked={chosen.includes(line)}
                onChange={() => toggle(line)}
              />
              <span>{asSentence(line)}</span>
            </label>
          ))}
        </fieldset>
        {asked === null ? null : (
          <section className="stack-s">
            <h4>{words.asked(findRole(framework, role)?.name ?? role, name(asked.level))}</h4>
            <ul className="marked-list">
              {asked.lines.map((line) => (
                <li key={line}>{asSentence(line)}</li>
              ))}
            </ul>
          </section>
        )}
      </div>
      <p className="small quiet">
        {known === null ? words.nextGuessed : words.nextKnown(person.name)}{' '}
        {next.fromScale || asked?.fromScale ? levelWords.notWrittenShort : null}
      </p>
      <section className="stack-s">
        <h4>{words.ask}</h4>
        <ul className="marked-list">
          {questions.map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ul>
      </section>
      <TakeOver {...props} chosen={chosen} questions={questions} />
    </>
  )
}

function TakeOver(props: Props & { chosen: readonly string[]; questions: readonly string[] }) {
  const { digest, person, role, skill, aim, chosen, questions } = props
  const talk = useTakeToTalk(person, digest)
  const draft = useTakeToFeedback(digest)
  const lines = chosen.map(asSentence)
  const toTalk = () => talk.take.mutate([...questions, ...lines.map(words.lookTogether)])
  const toFeedback = () =>
    draft.take.mutate({
      ...{ recipient: person.name, personId: null, role, skill: skill.id, aim },
      parts: { ...NO_PARTS, [aim === 'keep' ? 'behaviour' : 'nextStep']: lines.join('\n') },
    })
  const { data: taken } = talk.take
  const { data: begun } = draft.take
  return (
    <>
      <div className="actions">
        {taken === undefined ? (
          <button type="button" className="button" disabled={talk.take.isPending} onClick={toTalk}>
            {words.toTalk}
          </button>
        ) : null}
        {begun === undefined ? (
          <button
            type="button"
            className="button"
            disabled={draft.take.isPending || lines.length === 0}
            onClick={toFeedback}
          >
            {words.toFeedback}
          </button>
        ) : null}
      </div>
      <Reading>
        {taken === undefined ? '' : words.onTalk(dateWords.day(taken.now.heldOn))}
        {begun === undefined ? '' : ` ${words.inDrafts}`}
      </Reading>
      {taken === undefined ? null : (
        <div className="actions">
          <Link to="/talks/$id" params={{ id: taken.now.id }}>
            {words.openTalk}
          </Link>
          <button
            type="button"
            className="button"
            data-look="plain"
            aria-label={words.undoTalk}
            onClick={() => talk.back.mutate(taken)}
          >
            {sayWords.undo}
          </button>
        </div>
      )}
      {begun === undefined ? null : (
        <div className="actions">
          <Link to="/say">{words.openDrafts}</Link>
          <button
            type="button"
            className="button"
            data-look="plain"
            aria-label={words.undoFeedback}
            onClick={() => draft.back.mutate(begun)}
          >
            {sayWords.undo}
          </button>
        </div>
      )}
      <ProblemLine error={talk.take.error ?? talk.back.error ?? draft.take.error ?? draft.back.error} />
    </>
  )
}
