// What one level of a skill looks like: its behaviours, or the general scale where they are not written yet.
import type { Framework, Skill } from '../../core/framework/framework.ts'
import { levelWords } from '../words/level.ts'

export function AnchorText(props: { framework: Framework; skill: Skill; level: number; remark?: boolean }) {
  const { framework, skill, level, remark = true } = props
  const anchor = skill.anchors.find((one) => one.level === level)
  if (anchor && anchor.behaviours.length > 0)
    return (
      <ul className="marked-list">
        {anchor.behaviours.map((behaviour) => (
          <li key={behaviour.id}>{behaviour.text}</li>
        ))}
      </ul>
    )
  return <ScaleText framework={framework} level={level} remark={remark} />
}

/** The general scale, in a sentence a person can recognise. */
export function ScaleText(props: { framework: Framework; level: number; remark?: boolean }) {
  const step = props.framework.scale.find((one) => one.level === props.level)
  if (!step) return null
  const parts = [
    { label: levelWords.scope, text: step.scope },
    { label: levelWords.autonomy, text: step.autonomy },
    { label: levelWords.effect, text: step.effect },
  ].filter((part) => part.text && part.text !== '-')
  return (
    <div className="stack-s">
      {step.tell ? <p>{step.tell}.</p> : null}
      {parts.map((part) => (
        <p key={part.label} className="small quiet">
          {part.label}: {part.text}
        </p>
      ))}
      {props.remark ? <p className="small quiet">{levelWords.notWrittenShort}</p> : null}
    </div>
  )
}
