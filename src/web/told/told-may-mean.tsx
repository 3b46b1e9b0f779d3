// What a vague sentence may mean: each possibility in a line, and all about it when it is chosen.
import type { PossibleMeaning } from '../../core/feedback/may-mean.ts'
import { quoted } from '../words/names.ts'
import { toldPartWords } from '../words/told.ts'

export function ToldMayMean(props: {
  meanings: readonly PossibleMeaning[]
  chosen: string | null
  onChoose: (skill: string) => void
}) {
  const { meanings, chosen, onChoose } = props
  if (meanings.length === 0) return null
  return (
    <section className="stack-s">
      <p className="told-label">{toldPartWords.mayMean}</p>
      <ul className="told-may">
        {meanings.map(({ skill, phrase }) => (
          <li key={skill.id}>
            <button
              type="button"
              className="told-row"
              aria-expanded={chosen === skill.id}
              onClick={() => onChoose(skill.id)}
            >
              <span>
                <strong>{skill.name}</strong>
                {phrase === undefined ? null : <span className="quiet"> {quoted(phrase.text)}</span>}
              </span>
              <span className="small">{phrase?.means ?? skill.definition}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
