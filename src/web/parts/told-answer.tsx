// What a phrase mostly means: the skill, this level and the next, one thing to do, one question to ask back.
import { Link } from '@tanstack/react-router'
import type { Framework } from '../../core/framework/framework.ts'
import { topLevel } from '../../core/framework/look-up.ts'
import { levelPicture, practiceThisWeek } from '../../core/planning/level-picture.ts'
import { levelOf } from '../../core/planning/levels.ts'
import { inSentence } from '../../core/planning/plain-words.ts'
import type { PhraseHit } from '../../core/search/search-phrases.ts'
import { useLevels } from '../data/use-levels.ts'
import { levelName, levelWords } from '../words/level.ts'
import { asSentence } from '../words/names.ts'
import { toldWords } from '../words/told.ts'
import { CopyButton } from './copy-button.tsx'
import { KindTag, SkillLink } from './skill-link.tsx'

export function ToldAnswer(props: { framework: Framework; role: string; hit: PhraseHit }) {
  const { framework, role, hit } = props
  const { skill, phrase } = hit
  const { level, assumed } = levelOf(useLevels(role), skill.id)
  const today = levelPicture(framework, skill, level)
  const next = level < topLevel(framework) ? levelPicture(framework, skill, level + 1) : null
  const practice = practiceThisWeek(framework, skill, level)
  const ask = phrase?.ask ?? toldWords.askAny(inSentence(skill.name, framework.language))
  return (
    <article className="stack" aria-label={skill.name}>
      <h2 className="told-label">{toldWords.means}</h2>
      {phrase?.means ? <p className="lead">{phrase.means}</p> : null}
      {phrase?.means ? null : (
        <p className="lead">
          {toldWords.noMeaning} {skill.definition}
        </p>
      )}
      <p className="told-skill">
        {toldWords.skill}: <SkillLink framework={framework} skill={skill} />{' '}
        <KindTag framework={framework} skill={skill} />
      </p>
      <div className="columns">
        <Picture title={toldWords.levelNow(levelName(framework, level))} lines={today.lines} />
        {next ? (
          <Picture title={toldWords.levelNext(levelName(framework, next.level))} lines={next.lines} />
        ) : null}
      </div>
      {today.fromScale ? <p className="small quiet">{levelWords.notWrittenShort}</p> : null}
      {assumed ? <p className="small quiet">{toldWords.assumed}</p> : null}
      <section className="told-do">
        <h3>{toldWords.monday}</h3>
        <p>{practice.text}</p>
      </section>
      <section className="stack">
        <h3>{toldWords.askBack}</h3>
        <blockquote className="ask-back">{ask}</blockquote>
        <CopyButton text={ask} label={toldWords.copyAsk} />
      </section>
      <div className="actions">
        <Link to="/skill/$skill" params={{ skill: skill.id }} className="button">
          {toldWords.toSkill(inSentence(skill.name, framework.language))}
        </Link>
        <Link to="/assess" search={{ skill: skill.id }} className="button" data-look="plain">
          {toldWords.rateThis}
        </Link>
      </div>
    </article>
  )
}

function Picture({ title, lines }: { title: string; lines: string[] }) {
  return (
    <div className="stack-s">
      <h3 className="told-level">{title}</h3>
      <ul className="marked-list">
        {lines.map((line) => (
          <li key={line}>{asSentence(line)}</li>
        ))}
      </ul>
    </div>
  )
}
