// What a level means for any skill: the general scale, where a skill has no words of its own.
import type { Framework } from '../../core/framework/framework.ts'
import { levelWords } from '../words/level.ts'

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
