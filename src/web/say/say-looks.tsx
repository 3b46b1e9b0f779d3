// What the chosen skill looks like in the chosen role, to compare with what one saw.
import { concreteStart } from '../../core/composing/concrete-starts.ts'
import type { Framework } from '../../core/framework/framework.ts'
import { findRole } from '../../core/framework/look-up.ts'
import { asSentence } from '../words/names.ts'
import { sayWords } from '../words/say.ts'

export function SayLooks(props: { framework: Framework; role: string; skill: string | null }) {
  const { framework, role, skill } = props
  const start = skill === null ? null : concreteStart(framework, role, skill)
  if (start === null || start.behaviours.length === 0) return null
  return (
    <section className="stack-s say-looks">
      <h2>{sayWords.looks(findRole(framework, role)?.name ?? role)}</h2>
      <ul className="marked-list">
        {start.behaviours.map((behaviour) => (
          <li key={behaviour}>{asSentence(behaviour)}</li>
        ))}
      </ul>
    </section>
  )
}
