// What people say about a skill, what it mostly means, and what to ask back.
import type { Skill } from '../../core/framework/framework.ts'
import { quoted } from '../words/names.ts'
import { skillWords } from '../words/skill.ts'

export function Phrases({ skill }: { skill: Skill }) {
  return (
    <ul className="said">
      {skill.phrases.map((phrase) => (
        <li key={phrase.text} className="stack-s">
          <blockquote>{quoted(phrase.text)}</blockquote>
          {phrase.means ? <p>{phrase.means}</p> : null}
          {phrase.ask ? (
            <p className="quiet">
              {skillWords.ask} {quoted(phrase.ask)}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
