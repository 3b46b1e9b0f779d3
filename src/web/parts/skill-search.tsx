// Finds a skill by a word or two and chooses it; the first match with Enter.
import { type KeyboardEvent, useId, useState } from 'react'
import type { Framework, Skill } from '../../core/framework/framework.ts'
import { searchPhrases } from '../../core/search/search-phrases.ts'
import { skillSearchWords } from '../words/skill-search.ts'
import { Reading } from './reading.tsx'

const SHOWN = 6

export function SkillSearch(props: {
  framework: Framework
  /** Shown before anything is typed, such as what comes next to what was read. */
  first: readonly Skill[]
  onChoose: (skill: Skill) => void
}) {
  const { framework, first, onChoose } = props
  const id = useId()
  const [text, setText] = useState('')
  const found = text.trim() === '' ? first : skillsFor(framework, text)
  const onKeyDown = (event: KeyboardEvent) => {
    const [best] = found
    if (event.key !== 'Enter' || text.trim() === '' || best === undefined) return
    event.preventDefault()
    onChoose(best)
  }
  return (
    <div className="stack-s">
      <div className="field">
        <label htmlFor={id}>{skillSearchWords.label}</label>
        <input
          id={id}
          type="search"
          className="input"
          autoComplete="off"
          // biome-ignore lint/a11y/noAutofocus: it appears because the person asked to choose another skill
          autoFocus
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      <ul className="told-hits">
        {found.map((skill) => (
          <li key={skill.id}>
            <button type="button" onClick={() => onChoose(skill)}>
              {skill.name}
            </button>
          </li>
        ))}
      </ul>
      <Reading hidden>{text.trim() === '' ? '' : skillSearchWords.found(found.length)}</Reading>
      {text.trim() !== '' && found.length === 0 ? (
        <p className="small quiet">{skillSearchWords.none}</p>
      ) : null}
    </div>
  )
}

/** By name first, so that typing a name finds it whatever else fits. */
function skillsFor(framework: Framework, text: string): Skill[] {
  const wanted = text.trim().toLowerCase()
  const byName = framework.skills.filter(({ name }) => name.toLowerCase().includes(wanted))
  const others = searchPhrases(framework, text).map(({ skill }) => skill)
  return [...new Set([...byName, ...others])].slice(0, SHOWN)
}
