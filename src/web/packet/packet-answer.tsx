// One question of another form: the person's words, the things that stand under it, and what can be put in or copied.
import { answerText, itemsByPlace } from '../../core/packet/answers-text.ts'
import { withAnswer } from '../../core/packet/edit-packet.ts'
import type { FormAnswer, PacketContent, PacketItem } from '../../core/packet/packet.ts'
import { CopyButton } from '../parts/copy-button.tsx'
import { Grip } from '../parts/grip.tsx'
import { OwnWords } from '../parts/own-words.tsx'
import type { HandleProps } from '../plan/use-order-drag.ts'
import { formWords, packetWords } from '../words/packet.ts'
import { itemName } from './packet-item.tsx'
import type { PacketKeeper } from './packet-keeper.ts'

interface Base {
  keeper: PacketKeeper
  content: PacketContent
}

export function AnswerHead({ keeper, content, answer, order }: Base & { answer: FormAnswer; order: string }) {
  const { question } = answer
  return (
    <li className="packet-question stack-s" data-order={order}>
      <h2 dir="auto">{question}</h2>
      <OwnWords
        label={formWords.own}
        name={formWords.ownOf(question)}
        value={answer.own}
        onChange={(own) =>
          keeper.change(
            `answer ${question}`,
            withAnswer(content, question, (one) => ({ ...one, own })),
          )
        }
      />
    </li>
  )
}

export function AnswerItem(
  props: Base & {
    answer: FormAnswer
    place: string
    item: PacketItem
    order: string
    isMoving: boolean
    handle: HandleProps
  },
) {
  const { keeper, content, answer, place, item, order, isMoving, handle } = props
  const name = itemName(item)
  const takeOut = () =>
    keeper.change(
      'form items',
      withAnswer(content, answer.question, (one) => ({
        ...one,
        items: one.items.filter((other) => other !== place),
      })),
    )
  return (
    <li className="packet-item" data-order={order} data-moved={isMoving || undefined}>
      <button
        type="button"
        className="packet-handle"
        aria-label={packetWords.handle(name, answer.items.indexOf(place) + 1, answer.items.length)}
        {...handle}
      >
        <Grip />
      </button>
      <div className="packet-item-body">
        <p className="small packet-item-name">{name}</p>
        <p className="packet-answer-text" dir="auto">
          {item.kind === 'words' ? `“${item.text}”` : item.text}
        </p>
      </div>
      <button
        type="button"
        className="button"
        data-look="plain"
        aria-label={formWords.takeOutOf(name)}
        onClick={takeOut}
      >
        {formWords.takeOut}
      </button>
    </li>
  )
}

/** Below the things of a question. */
export function AnswerEnd({ keeper, content, question }: Base & { question: string }) {
  const answer = content.answers.find((one) => one.question === question)
  if (answer === undefined) return null
  const others = [...itemsByPlace(content.sections)].filter(([place]) => !answer.items.includes(place))
  return (
    <li className="packet-answer-end">
      {answer.items.length === 0 ? <p className="small quiet">{formWords.nothing}</p> : null}
      <div className="actions">
        {others.length > 0 ? (
          <select
            className="select"
            aria-label={formWords.putInOf(question)}
            value=""
            onChange={(event) =>
              keeper.change(
                'form items',
                withAnswer(content, question, (one) => ({
                  ...one,
                  items: [...one.items, event.target.value],
                })),
              )
            }
          >
            <option value="">{formWords.putIn}</option>
            {others.map(([place, item]) => (
              <option key={place} value={place}>
                {`${item.text.slice(0, 70)} (${itemName(item)})`}
              </option>
            ))}
          </select>
        ) : null}
        <CopyButton label={formWords.copy} text={answerText(answer, content.sections)} />
      </div>
    </li>
  )
}
