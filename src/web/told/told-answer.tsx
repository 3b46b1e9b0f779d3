// What a sentence mostly means for a skill: the meaning, a question to ask back, what to do on Monday, and the levels.

import type { FeedbackPolarity } from '../../core/feedback/feedback.ts'
import type { LevelHeard } from '../../core/feedback/level-heard.ts'
import { twoPractices } from '../../core/feedback/two-practices.ts'
import type { Framework, Phrase, Skill } from '../../core/framework/framework.ts'
import { levelPicture } from '../../core/planning/level-picture.ts'
import { inSentence } from '../../core/planning/plain-words.ts'
import { CopyButton } from '../parts/copy-button.tsx'
import { levelName, levelWords } from '../words/level.ts'
import { asSentence } from '../words/names.ts'
import { toldPartWords } from '../words/told.ts'

interface Props {
  framework: Framework
  skill: Skill
  polarity: FeedbackPolarity
  /** What people say and mostly mean by it, where the framework has it. */
  phrase: Phrase | null
  heard: LevelHeard
}

export function ToldAnswer({ framework, skill, polarity, phrase, heard }: Props) {
  const name = inSentence(skill.name, framework.language)
  const isPraise = polarity === 'strength'
  const ask = isPraise ? toldPartWords.askPraise(name) : (phrase?.ask ?? toldPartWords.askAny(name))
  const { seen, next } = heard
  const pictures = [seen, ...(next === null ? [] : [next])].map((level) =>
    levelPicture(framework, skill, level),
  )
  return (
    <>
      <Meaning skill={skill} phrase={phrase} isPraise={isPraise} />
      <div className="columns told-do">
        <section className="stack-s">
          <h4>{toldPartWords.askBack}</h4>
          <p className="ask-back">{ask}</p>
          <CopyButton text={ask} label={toldPartWords.copyAsk} />
        </section>
        <section className="stack-s">
          <h4>{toldPartWords.monday}</h4>
          <ul className="marked-list">
            {twoPractices(framework, skill, seen).map((practice) => (
              <li key={practice}>{practice}</li>
            ))}
          </ul>
        </section>
      </div>
      <div className="columns">
        {pictures.map(({ level, lines }) => (
          <section key={level} className="stack-s">
            <h4>{pictureTitle(isPraise, level === seen)(levelName(framework, level))}</h4>
            <ul className="marked-list">
              {lines.map((line) => (
                <li key={line}>{asSentence(line)}</li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <p className="small quiet">
        {toldPartWords.guess}{' '}
        {pictures.some(({ fromScale }) => fromScale) ? levelWords.notWrittenShort : null}
      </p>
    </>
  )
}

function pictureTitle(isPraise: boolean, isSeen: boolean): (level: string) => string {
  if (isSeen) return isPraise ? toldPartWords.seenStrength : toldPartWords.seenGap
  return isPraise ? toldPartWords.nextStrength : toldPartWords.next
}

/** Phrases say what criticism means; of praise the definition says more. */
function Meaning({ skill, phrase, isPraise }: Pick<Props, 'skill' | 'phrase'> & { isPraise: boolean }) {
  if (phrase?.means !== undefined && !isPraise) return <p>{phrase.means}</p>
  return <p>{skill.definition}</p>
}
