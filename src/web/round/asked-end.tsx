// My answers before I give them: each can be changed, and where two rate apart, guesses of what the other says.
import type { Framework } from '../../core/framework/framework.ts'
import type { RoundEnd } from '../assess/assess-round.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { ProblemLine } from '../parts/problem-line.tsx'
import { dateWords } from '../words/date.ts'
import { levelName } from '../words/level.ts'
import { skillName } from '../words/names.ts'
import { askedWords, saidInWords } from '../words/rounds.ts'
import { sayWhoReads } from '../words/who-reads-asked.ts'
import { actOnAsked, type OneAsked, saveGuesses } from './api-rounds.ts'
import { useRoundChange } from './use-rounds.ts'

interface EndProps {
  one: OneAsked
  isMine: boolean
  framework: Framework
  end: RoundEnd
  onBack: () => void
}

export function AskedEnd({ one, isMine, framework, end, onBack }: EndProps) {
  const { asked } = one
  return (
    <div className="rounds stack-l">
      <PageHead title={askedWords.answers} />
      <ul>
        {asked.skills.map((skill) => {
          const content = end.contentOf(skill)
          return (
            <li key={skill} className="rounds-entry">
              <span>
                <strong>{skillName(framework, skill)}</strong>{' '}
                <span>{content === null ? askedWords.notAnswered : saidInWords(framework, content)}</span>
                {content === null || content.note === '' ? null : (
                  <span className="rounds-said small">{content.note}</span>
                )}
              </span>
              <button
                type="button"
                className="button"
                data-look="plain"
                aria-label={`${content === null ? askedWords.answer : askedWords.change}: ${skillName(framework, skill)}`}
                onClick={() => end.askAgain(skill)}
              >
                {content === null ? askedWords.answer : askedWords.change}
              </button>
            </li>
          )
        })}
      </ul>
      {asked.blindWith === null ? null : <Guesses one={one} framework={framework} />}
      {asked.state === 'given' ? (
        <Changed one={one} end={end} onBack={onBack} />
      ) : (
        <Give one={one} isMine={isMine} end={end} onGiven={onBack} />
      )}
    </div>
  )
}

function Give(props: { one: OneAsked; isMine: boolean; end: RoundEnd; onGiven: () => void }) {
  const { one, isMine, end, onGiven } = props
  const { asked } = one
  const give = useRoundChange(() => actOnAsked(asked.id, 'give'), onGiven)
  const isAnything = asked.skills.some((skill) => end.contentOf(skill) !== null)
  const label = asked.confidential
    ? askedWords.giveInConfidence
    : asked.blindWith === null && !isMine
      ? askedWords.give(asked.subject.name)
      : askedWords.giveBlind
  return (
    <section className="stack-s">
      <p>
        {sayWhoReads(asked, isMine)} {asked.confidential ? null : askedWords.giveOnce}
      </p>
      <div className="actions">
        <button
          type="button"
          className="button"
          data-look="main"
          disabled={!isAnything || !end.isSaved || give.isPending}
          onClick={() => give.mutate(undefined)}
        >
          {label}
        </button>
        <GoOn end={end} />
      </div>
      <ProblemLine error={give.error} />
    </section>
  )
}

/** Given in confidence and not sealed yet: there is nothing to give again. */
function Changed({ one, end, onBack }: { one: OneAsked; end: RoundEnd; onBack: () => void }) {
  const { changesUntil } = one.asked
  return (
    <section className="stack-s">
      <p>
        {askedWords.kept} {changesUntil === null ? null : askedWords.untilSealed(dateWords.day(changesUntil))}
      </p>
      <div className="actions">
        <button type="button" className="button" data-look="main" disabled={!end.isSaved} onClick={onBack}>
          {askedWords.back}
        </button>
        <GoOn end={end} />
      </div>
    </section>
  )
}

function GoOn({ end }: { end: RoundEnd }) {
  if (!end.hasMore) return null
  return (
    <button type="button" className="button" onClick={end.onGoOn}>
      {askedWords.goOn}
    </button>
  )
}

function Guesses({ one, framework }: { one: OneAsked; framework: Framework }) {
  const { asked } = one
  // All are sent each time: one after the other, so that an earlier choice never arrives after a later one.
  const save = useRoundChange(
    (next: Record<string, number>) => saveGuesses(asked.id, next),
    undefined,
    `guesses ${asked.id}`,
  )
  // What could not be kept is not shown as chosen.
  const guesses = save.isPending ? save.variables : asked.guesses
  const choose = (skill: string, value: string) => {
    const { [skill]: _, ...others } = guesses
    save.mutate(value === '' ? others : { ...others, [skill]: Number(value) })
  }
  return (
    <section className="stack">
      <h2>{askedWords.guessTitle(asked.blindWith?.name ?? '')}</h2>
      <p className="small quiet">{askedWords.guessAbout}</p>
      <div className="rounds-fields">
        {asked.skills.map((skill) => (
          <label key={skill} className="field">
            <span className="field-label">{skillName(framework, skill)}</span>
            <select
              className="select"
              aria-label={askedWords.guessFor(skillName(framework, skill))}
              value={guesses[skill] ?? ''}
              onChange={(event) => choose(skill, event.target.value)}
            >
              <option value="">{askedWords.noGuess}</option>
              {framework.scale.map(({ level }) => (
                <option key={level} value={level}>
                  {levelName(framework, level)}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
      <ProblemLine error={save.error} />
    </section>
  )
}
