// One part of feedback: its field, with what is hard to use marked in it.
import type { Mark } from '../../core/composing/check-feedback.ts'
import type { FeedbackAim, PartName } from '../../core/composing/feedback-parts.ts'
import { partWords } from '../words/say.ts'
import { MarkedField } from './marked-field.tsx'

export function SayPart(props: {
  name: PartName
  aim: FeedbackAim
  text: string
  marks: readonly Mark[]
  onChange: (text: string) => void
}) {
  const { name, aim, text, marks, onChange } = props
  const { label, hint } = partWords[name]
  return <MarkedField {...{ label, text, marks, onChange }} hint={hint[aim]} />
}
