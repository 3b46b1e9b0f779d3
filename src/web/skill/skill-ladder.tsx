// The levels of a skill from one to the top, as rungs to read.
import type { Anchor, Framework, Resource, ScaleLevel, Skill } from '../../core/framework/framework.ts'
import { anchorOf, topLevel } from '../../core/framework/look-up.ts'
import type { LevelEntry } from '../../core/planning/levels.ts'
import { levelWords } from '../words/level.ts'
import { skillWords } from '../words/skill.ts'
import { ScaleText } from './scale-text.tsx'

/** `mine`: where the reader stands; null where nobody is known. */
export function SkillLadder(props: { framework: Framework; skill: Skill; mine: LevelEntry | null }) {
  const { framework, skill, mine } = props
  const written = skill.anchors.length > 0
  return (
    <div>
      <p className="quiet small">{written ? framework.countingRule : levelWords.notWritten}</p>
      <ol className="ladder">
        {framework.scale.slice(1).map((step) => (
          <li
            key={step.level}
            className="rung"
            id={`level-${step.level}`}
            data-you={step.level === mine?.level || undefined}
          >
            <header>
              <span className="rung-number">{step.level}</span>
              <h3>{step.name}</h3>
              {step.level === mine?.level ? (
                <span className="you-here no-print">
                  {skillWords.you}
                  {mine.assumed ? `, ${levelWords.assumed}` : ''}
                </span>
              ) : null}
            </header>
            <Rung framework={framework} step={step} anchor={anchorOf(skill, step.level)} />
          </li>
        ))}
      </ol>
    </div>
  )
}

function Rung(props: { framework: Framework; step: ScaleLevel; anchor: Anchor | undefined }) {
  const { framework, step, anchor } = props
  if (!anchor) return <ScaleText framework={framework} level={step.level} remark={false} />
  const isTop = step.level === topLevel(framework)
  return (
    <div className="rung-body">
      <div>
        <h4>{skillWords.see}</h4>
        <ul className="marked-list">
          {anchor.behaviours.map((behaviour) => (
            <li key={behaviour.id}>{behaviour.text}</li>
          ))}
        </ul>
      </div>
      <div className="stack">
        {anchor.practices.length > 0 ? (
          <div>
            <h4>{isTop ? skillWords.stayThere : skillWords.practise}</h4>
            <ul className="marked-list">
              {anchor.practices.map((practice) => (
                <li key={practice.id}>{practice.text}</li>
              ))}
            </ul>
          </div>
        ) : null}
        {anchor.antiPattern ? (
          <p className="small">
            <span className="quiet">{skillWords.anti}:</span> {anchor.antiPattern.text}
          </p>
        ) : null}
        {anchor.reading.length > 0 ? <Reading resources={anchor.reading} /> : null}
      </div>
    </div>
  )
}

function Reading({ resources }: { resources: Resource[] }) {
  return (
    <div className="small">
      <h4>{skillWords.read}</h4>
      <ul className="marked-list">
        {resources.map(({ source, take }) => (
          <li key={source}>
            {source}
            {take ? <p className="quiet">{take}</p> : null}
          </li>
        ))}
      </ul>
    </div>
  )
}
