// What somebody brings to a talk: the one thing, records since the last talk, and where they stand.
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useId, useState } from 'react'
import {
  BRIEF_KINDS,
  type BriefKind,
  type BriefLine,
  type HandedOver,
} from '../../core/conversation/brief.ts'
import { agreedIn, type ConversationContent, moveTalk } from '../../core/conversation/conversation.ts'
import { useFramework } from '../data/use-framework.ts'
import { OnlyYou } from '../parts/only-you.tsx'
import { OwnWords } from '../parts/own-words.tsx'
import { RolePicker } from '../role/role-picker.tsx'
import { dateWords } from '../words/date.ts'
import { talkWords } from '../words/talk.ts'
import { TalkLevels } from './talk-levels.tsx'
import type { TalkProps } from './talk-state.tsx'

export function TalkPrepare(props: TalkProps) {
  const { keeper, kept } = props
  const { content } = kept
  return (
    <>
      <OwnWords
        label={talkWords.oneThing}
        value={content.oneThing}
        onChange={(oneThing) => keeper.change('one-thing', { ...content, oneThing })}
      />
      <Since {...props} />
      <Standing {...props} />
    </>
  )
}

/** What the server works out from the content is read again once it is there. */
function useChangeAndRead({ keeper }: TalkProps) {
  const queries = useQueryClient()
  return async (place: string, content: ConversationContent) => {
    keeper.change(place, content)
    if ((await keeper.settled()) !== null) await queries.invalidateQueries({ queryKey: ['talks'] })
  }
}

function Since(props: TalkProps) {
  const { keeper, kept, brief } = props
  const { content } = kept
  const { lines } = brief
  const change = useChangeAndRead(props)
  const [agreed, setAgreed] = useState(() => agreedIn(content))
  const choose = (chosen: string[]) => keeper.change('chosen', { ...content, chosen })
  const kinds = BRIEF_KINDS.filter((one) => lines.some(({ kind }) => kind === one))
  const toggle = (key: string) =>
    choose(
      content.chosen.includes(key) ? content.chosen.filter((one) => one !== key) : [...content.chosen, key],
    )
  return (
    <section className="section stack-s">
      <h2>{talkWords.since(dateWords.day(content.since))}</h2>
      <p className="small quiet">{talkWords.sinceHint}</p>
      <div className="talk-fields">
        <DayField
          label={talkWords.sinceLabel}
          value={content.since}
          max={content.heldOn}
          onChange={(since) => void change('since', { ...content, since })}
        />
        <DayField
          label={talkWords.heldOn}
          value={content.heldOn}
          min={content.since}
          onFocus={() => setAgreed(agreedIn(content))}
          onChange={(heldOn) => void change('held-on', moveTalk(content, heldOn, agreed))}
        />
      </div>
      {kinds.map((kind) => (
        <KindOfLines
          key={kind}
          kind={kind}
          lines={lines.filter((line) => line.kind === kind)}
          chosen={content.chosen}
          onToggle={toggle}
        />
      ))}
      {lines.length === 0 ? (
        <p>
          {talkWords.nothing} <Link to="/journal">{talkWords.toJournal}</Link>
        </p>
      ) : lines.every(({ key }) => content.chosen.includes(key)) ? null : (
        <p>
          <button
            type="button"
            className="button"
            data-look="plain"
            onClick={() => choose(lines.map(({ key }) => key))}
          >
            {talkWords.all}
          </button>
        </p>
      )}
    </section>
  )
}

function DayField(props: {
  label: string
  value: string
  min?: string
  max?: string
  onFocus?: () => void
  onChange: (day: string) => void
}) {
  const id = useId()
  const { label, value, min, max, onFocus, onChange } = props
  // A day that is half typed, or out of order, waits here until it is one.
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="date"
        className="input"
        required
        min={min}
        max={max}
        value={typed}
        onFocus={onFocus}
        onChange={(event) => {
          setTyped(event.target.value)
          if (event.target.checkValidity()) onChange(event.target.value)
        }}
      />
    </div>
  )
}

function KindOfLines(props: {
  kind: BriefKind
  lines: readonly BriefLine[]
  chosen: readonly string[]
  onToggle: (key: string) => void
}) {
  return (
    <fieldset className="talk-kind">
      <legend>{talkWords.kinds[props.kind]}</legend>
      {props.lines.map(({ key, on, text, detail, readers }) => (
        <label key={key} className="talk-tick">
          <input type="checkbox" checked={props.chosen.includes(key)} onChange={() => props.onToggle(key)} />
          <span>
            <bdi>{text}</bdi>{' '}
            <span className="small quiet">
              {[dateWords.day(on), detail].filter((part) => part !== '').join(', ')} <Readers of={readers} />
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

/** Of each record who can read it, besides whoever gets the page. */
function Readers({ of }: { of: readonly HandedOver[] }) {
  if (of.length === 0) return <OnlyYou />
  return (
    <span className="talk-readers">
      {of.map(({ to, on }) => talkWords.reader({ to, on: dateWords.day(on) })).join('; ')}
    </span>
  )
}

function Standing(props: TalkProps) {
  const { keeper, kept, brief } = props
  const { content } = kept
  const framework = useFramework()
  const change = useChangeAndRead(props)
  return (
    <section className="section stack-s">
      <h2>{content.about === 'me' ? talkWords.standing : talkWords.standingThem}</h2>
      <label className="talk-tick">
        <input
          type="checkbox"
          checked={content.showsStanding}
          onChange={() => keeper.change('standing', { ...content, showsStanding: !content.showsStanding })}
        />
        <span>
          {talkWords.showStanding} <OnlyYou />
        </span>
      </label>
      {content.showsStanding ? (
        <>
          <RolePicker
            framework={framework}
            label={talkWords.against}
            value={content.towards ?? ''}
            none={talkWords.ownRole}
            onChange={(role) => void change('towards', { ...content, towards: role === '' ? null : role })}
          />
          {brief.standing === null ? (
            <p>{talkWords.noStanding}</p>
          ) : (
            <TalkLevels standing={brief.standing} heading="h3" />
          )}
        </>
      ) : null}
    </section>
  )
}
