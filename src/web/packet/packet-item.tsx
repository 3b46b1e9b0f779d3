// One thing under a skill of a packet: why it stands where it stands, its words, and whether it goes in.
import { withItem } from '../../core/packet/edit-packet.ts'
import { type OrderAsked, strengthsOf } from '../../core/packet/order-items.ts'
import type { PacketContent, PacketItem, PacketSection } from '../../core/packet/packet.ts'
import { packetLabels } from '../../core/packet/packet-labels.ts'
import { Grip } from '../parts/grip.tsx'
import type { HandleProps } from '../plan/use-order-drag.ts'
import { dateWords } from '../words/date.ts'
import { packetWords } from '../words/packet.ts'
import type { PacketKeeper } from './packet-keeper.ts'

interface Props {
  keeper: PacketKeeper
  content: PacketContent
  section: PacketSection
  item: PacketItem
  order: OrderAsked
  /** Counted from 1. */
  place: number
  isMoving: boolean
  handle: HandleProps
}

export function itemName({ kind, on, people }: PacketItem): string {
  const who = people.length === 0 ? packetWords.somebody : people.join(', ')
  const what = kind === 'words' ? packetWords.wordsOf(who) : packetWords.kinds[kind]
  return packetWords.itemName(what, dateWords.day(on))
}

export function PacketItemPart(props: Props) {
  const { keeper, content, section, item, order, place, isMoving, handle } = props
  const name = itemName(item)
  const put = (part: Partial<PacketItem>, where: string) =>
    keeper.change(
      `${section.skill} ${item.source} ${where}`,
      withItem(content, { skill: section.skill, source: item.source }, part),
    )
  const why = strengthsOf(item, section.items, order).map((strength) => packetWords.why[strength])
  return (
    <li className="packet-item" data-order={item.source} data-moved={isMoving || undefined}>
      <button
        type="button"
        className="packet-handle"
        aria-label={packetWords.handle(name, place, section.items.length)}
        {...handle}
      >
        <Grip />
      </button>
      <div className="packet-item-body">
        <p className="small">
          <span className="packet-item-name">{name}</span>
          <span className="quiet">{factsOf(item)}</span>
        </p>
        {item.kind === 'words' ? (
          <Quote item={item} onAsk={(asked) => put({ asked }, 'asked')} />
        ) : (
          <textarea
            className="input packet-text"
            dir="auto"
            rows={2}
            maxLength={20_000}
            aria-label={packetWords.text(name)}
            value={item.text}
            onChange={(event) => put({ text: event.target.value }, 'text')}
          />
        )}
        {why.length > 0 && item.kind !== 'words' ? <p className="small quiet">{why.join(' · ')}</p> : null}
      </div>
      <label className="tick">
        <input
          type="checkbox"
          checked={item.included}
          aria-label={packetWords.putOf(name)}
          onChange={(event) => put({ included: event.target.checked }, 'included')}
        />
        <span>{packetWords.put}</span>
      </label>
    </li>
  )
}

function factsOf({ kind, level, people, polarity }: PacketItem): string {
  const facts = [
    ...(level === null ? [] : [packetWords.level(level)]),
    ...(kind === 'evidence' && people.length > 0 ? [packetWords.with(people.join(', '))] : []),
    ...(polarity === 'gap' ? [packetWords.missed] : []),
  ]
  return facts.map((fact) => `, ${fact}`).join('')
}

/** Somebody's words stay as they were said. */
function Quote({ item, onAsk }: { item: PacketItem; onAsk: (asked: boolean) => void }) {
  const who = item.people.length === 0 ? packetWords.somebody : item.people.join(', ')
  return (
    <>
      {item.text === '' ? null : (
        <blockquote className="packet-said" dir="auto">
          {item.text}
        </blockquote>
      )}
      {item.disputes?.map(({ kind, words }) => (
        <p key={`${kind} ${words}`} className="small" dir="auto">
          {packetLabels[kind]}: {words}
        </p>
      ))}
      <label className="tick">
        <input type="checkbox" checked={item.asked} onChange={(event) => onAsk(event.target.checked)} />
        <span>
          {packetWords.askedFirst(who)}
          {item.asked ? null : <span className="small quiet"> {packetWords.notAskedYet}</span>}
        </span>
      </label>
    </>
  )
}
