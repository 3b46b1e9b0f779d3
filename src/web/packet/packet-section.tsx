// One skill of a packet: the level that is claimed beside the likely range, what there is to show, and what is open.
import { useId, useRef, useState } from 'react'
import { findSkill } from '../../core/framework/look-up.ts'
import { countSightings } from '../../core/packet/count-sightings.ts'
import { movedTo, ordered, withSection } from '../../core/packet/edit-packet.ts'
import type { PacketSection } from '../../core/packet/packet.ts'
import { oneDecimal } from '../../core/planning/plain-words.ts'
import { OwnWords } from '../parts/own-words.tsx'
import { useOrderDrag } from '../plan/use-order-drag.ts'
import { levelName } from '../words/level.ts'
import { packetWords } from '../words/packet.ts'
import { PacketItemPart } from './packet-item.tsx'
import type { PacketProps } from './packet-tools.tsx'

interface Props extends PacketProps {
  section: PacketSection
  /** The level that the role asks; 0 where it asks none. */
  asked: number
}

export function PacketSectionPart(props: Props) {
  const { framework, kept, section, asked } = props
  // Made only once somebody opens it: there may be forty.
  const [isOpen, setIsOpen] = useState(false)
  const skill = findSkill(framework, section.skill)
  if (skill === undefined) return null
  const level = section.claimed ?? asked
  const sightings = countSightings(section.items, { skill, level, until: kept.content.until })
  const facts = [
    asked === 0 ? packetWords.notAsked : packetWords.asked(asked),
    section.claimed === null
      ? packetWords.noClaim
      : `${packetWords.claim.toLowerCase().replace(/^i/, 'I')} ${section.claimed}`,
    packetWords.things(section.items.filter(({ included }) => included).length),
    ...(section.items.length > 0 && !sightings.counts ? [packetWords.thinShort] : []),
  ]
  return (
    <details className="fold packet-section" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>
        <span>
          <span className="packet-skill">{skill.name}</span>{' '}
          <span className="small quiet packet-facts">{facts.join(' · ')}</span>
        </span>
      </summary>
      {isOpen ? (
        <div className="stack packet-section-body">
          <Levels {...props} name={skill.name} />
          {section.items.length > 0 && !sightings.counts ? (
            <p className="small">{packetWords.thin(sightings)}</p>
          ) : null}
          <Words {...props} name={skill.name} />
        </div>
      ) : null}
    </details>
  )
}

function Levels({ framework, keeper, kept, section, name }: Props & { name: string }) {
  const id = useId()
  const { skill, claimed, range, included } = section
  const put = (part: Partial<PacketSection>) =>
    keeper.change(
      `${skill} level`,
      withSection(kept.content, skill, (one) => ({ ...one, ...part })),
    )
  return (
    <div className="packet-levels">
      <div className="field">
        <label htmlFor={id}>{packetWords.claim}</label>
        <select
          id={id}
          className="select"
          aria-label={packetWords.claimOf(name)}
          value={claimed ?? ''}
          onChange={(event) =>
            put({ claimed: event.target.value === '' ? null : Number(event.target.value) })
          }
        >
          <option value="">{packetWords.noClaim}</option>
          {framework.scale.map(({ level }) => (
            <option key={level} value={level}>
              {levelName(framework, level)}
            </option>
          ))}
        </select>
      </div>
      <p className="small quiet">
        {range === null
          ? packetWords.noRange
          : packetWords.range(oneDecimal(range.low), oneDecimal(range.high))}
      </p>
      <label className="tick">
        <input
          type="checkbox"
          checked={included}
          aria-label={packetWords.include(name)}
          onChange={(event) => put({ included: event.target.checked })}
        />
        <span>{packetWords.put}</span>
      </label>
    </div>
  )
}

function Words(props: Props & { name: string }) {
  const { keeper, kept, section, asked, name } = props
  const { skill } = section
  const { content } = kept
  const put = (part: Partial<PacketSection>, place: string) =>
    keeper.change(
      `${skill} ${place}`,
      withSection(content, skill, (one) => ({ ...one, ...part })),
    )
  return (
    <>
      <OwnWords
        label={packetWords.own}
        name={packetWords.ownOf(name)}
        value={section.own}
        onChange={(own) => put({ own }, 'own')}
      />
      {section.items.length === 0 ? <p className="quiet">{packetWords.nothing}</p> : <Items {...props} />}
      {section.items.length > 1 ? (
        <button
          type="button"
          className="button"
          data-look="plain"
          aria-label={packetWords.orderOf(name)}
          onClick={() =>
            keeper.change(
              `${skill} order`,
              withSection(content, skill, (one) => ordered(one, asked, content.until)),
            )
          }
        >
          {packetWords.order}
        </button>
      ) : null}
      <OwnWords
        label={packetWords.open}
        name={packetWords.openOf(name)}
        hint={packetWords.openHint}
        value={section.open}
        onChange={(open) => put({ open }, 'open')}
      />
    </>
  )
}

/** In an order that hands can change. */
function Items({ keeper, kept, section, asked }: Props) {
  const list = useRef<HTMLOListElement>(null)
  const sources = section.items.map(({ source }) => source)
  const shown = useRef<readonly string[]>(sources)
  shown.current = sources
  const { content } = kept
  const { moving, handle } = useOrderDrag({
    list,
    shown,
    onDrop: ({ skill: source, place }) => {
      const item = section.items.find((one) => one.source === source)
      if (item !== undefined)
        keeper.change(
          `${section.skill} order`,
          withSection(content, section.skill, (one) => ({
            ...one,
            items: movedTo(one.items, one.items.find((other) => other.source === source) ?? item, place),
          })),
        )
    },
  })
  const inOrder =
    moving === null
      ? section.items
      : movedTo(
          section.items,
          section.items.find(({ source }) => source === moving.skill) ?? section.items[0],
          moving.place,
        )
  return (
    <ol className="packet-items" ref={list} data-moving={moving === null ? undefined : true}>
      {inOrder.flatMap((item, index) =>
        item === undefined ? (
          []
        ) : (
          <PacketItemPart
            key={item.source}
            keeper={keeper}
            content={content}
            section={section}
            item={item}
            order={{ level: section.claimed ?? asked, until: content.until }}
            place={index + 1}
            isMoving={moving?.skill === item.source}
            handle={handle(item.source)}
          />
        ),
      )}
    </ol>
  )
}
