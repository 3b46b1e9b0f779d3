// What else a sentence is about, by the person's own word; each can be left out again.
import type { Skill } from '../../core/framework/framework.ts'
import { toldKeepWords } from '../words/told.ts'

export function ToldAlso(props: { skills: readonly Skill[]; onChange: (ids: string[]) => void }) {
  const { skills, onChange } = props
  if (skills.length === 0) return null
  return (
    <div className="told-or">
      <span className="small quiet">{toldKeepWords.alsoAbout}</span>
      <ul className="told-also">
        {skills.map(({ id, name }) => (
          <li key={id}>
            {name}{' '}
            <button
              type="button"
              className="button"
              data-look="sign"
              aria-label={toldKeepWords.without(name)}
              onClick={() => onChange(skills.filter((one) => one.id !== id).map((one) => one.id))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
