// A level of a skill to choose, with what it looks like beneath; arrow keys walk through the levels.
import { useId } from 'react'
import type { Framework, Skill } from '../../core/framework/framework.ts'
import { ScaleText } from '../skill/scale-text.tsx'
import { levelName } from '../words/level.ts'
import { noteWords } from '../words/people.ts'

interface Props {
  framework: Framework
  skill: Skill
  level: number | null
  onChange: (level: number) => void
}

export function LevelChoice({ framework, skill, level, onChange }: Props) {
  const id = useId()
  return (
    <fieldset className="level-choice">
      <legend className="field-label">{noteWords.level}</legend>
      <div className="choices">
        {framework.scale.map((step) => (
          <label key={step.level} className="choice" title={step.name}>
            <input
              type="radio"
              name={`${id}-level`}
              aria-label={levelName(framework, step.level)}
              checked={level === step.level}
              onChange={() => onChange(step.level)}
            />
            <span>{step.level}</span>
          </label>
        ))}
      </div>
      <div className="level-looks" aria-live="polite">
        {level === null ? (
          <p className="small quiet">{noteWords.chooseLevel}</p>
        ) : (
          <Looks framework={framework} skill={skill} level={level} />
        )}
      </div>
    </fieldset>
  )
}

function Looks({ framework, skill, level }: Omit<Props, 'level' | 'onChange'> & { level: number }) {
  const behaviours = skill.anchors.find((anchor) => anchor.level === level)?.behaviours ?? []
  return (
    <>
      <p>
        <strong>{levelName(framework, level)}</strong>
      </p>
      {behaviours.length === 0 ? (
        <ScaleText framework={framework} level={level} remark={false} />
      ) : (
        <ul className="marked-list small">
          {behaviours.map((behaviour) => (
            <li key={behaviour.id}>{behaviour.text}</li>
          ))}
        </ul>
      )}
    </>
  )
}
