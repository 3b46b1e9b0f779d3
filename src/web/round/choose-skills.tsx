// Chooses some skills by name; private ones are not offered.
import { useId, useState } from 'react'
import type { Framework } from '../../core/framework/framework.ts'
import { MOST_ASKED } from '../../core/round/skills-to-ask.ts'
import { skillName } from '../words/names.ts'
import { askWords } from '../words/rounds.ts'

interface Props {
  framework: Framework
  chosen: readonly string[]
  onChange: (skills: string[]) => void
}

/** As many as are found are shown. */
const MOST_SHOWN = 8

export function ChooseSkills({ framework, chosen, onChange }: Props) {
  const id = useId()
  const [find, setFind] = useState('')
  const wanted = find.trim().toLowerCase()
  const found = framework.skills.filter(
    (skill) =>
      !skill.private &&
      !chosen.includes(skill.id) &&
      wanted !== '' &&
      skill.name.toLowerCase().includes(wanted),
  )
  return (
    <div className="field">
      <label htmlFor={id}>{askWords.findSkill}</label>
      <input
        id={id}
        type="search"
        className="input"
        value={find}
        disabled={chosen.length >= MOST_ASKED}
        onChange={(event) => setFind(event.target.value)}
      />
      <span className="field-hint">{askWords.whichHint}</span>
      <div className="rounds-chosen" aria-live="polite">
        {found.slice(0, MOST_SHOWN).map((skill) => (
          <button
            key={skill.id}
            type="button"
            className="button"
            onClick={() => {
              onChange([...chosen, skill.id])
              setFind('')
            }}
          >
            + {skill.name}
          </button>
        ))}
      </div>
      <Chosen
        items={chosen.map((skill) => ({ id: skill, name: skillName(framework, skill) }))}
        onRemove={(skill) => onChange(chosen.filter((one) => one !== skill))}
      />
    </div>
  )
}

/** What was chosen, each to be taken off again. */
export function Chosen(props: {
  items: readonly { id: string; name: string }[]
  onRemove: (id: string) => void
}) {
  if (props.items.length === 0) return null
  return (
    <ul className="rounds-chosen" aria-label={askWords.chosen}>
      {props.items.map(({ id, name }) => (
        <li key={id}>
          <button
            type="button"
            className="button"
            data-look="main"
            aria-label={askWords.remove(name)}
            onClick={() => props.onRemove(id)}
          >
            {name} ×
          </button>
        </li>
      ))}
    </ul>
  )
}
