// Everything that can be shared, to tick: by kind, each with a line that says what it is.
import type { ShareChoice } from '../../core/share/build-share.ts'
import type { ShareContent, SharedItem } from '../../core/share/share.ts'
import { shareWords } from '../words/share.ts'

/** In the order in which they are read. */
export const SHARE_KINDS = ['areas', 'levels', 'evidence', 'told'] as const
const ITEM_KIND = { areas: 'area', levels: 'level', evidence: 'evidence', told: 'told' } as const

export function ShareChoices(props: {
  /** Ids of what can be chosen, in the order of the items. */
  all: ShareChoice
  content: ShareContent
  choice: ShareChoice
  onChange: (choice: ShareChoice) => void
}) {
  const { all, content, choice, onChange } = props
  return SHARE_KINDS.filter((kind) => all[kind].length > 0).map((kind) => {
    const lines = linesOf(kind, all, content.items)
    const put = (ids: readonly string[]) => onChange({ ...choice, [kind]: ids })
    return (
      <fieldset key={kind} className="share-kind">
        <legend>{shareWords.kinds[kind]}</legend>
        <div className="actions">
          {[
            [shareWords.allShort, shareWords.all(shareWords.kinds[kind]), all[kind]] as const,
            [shareWords.noneShort, shareWords.none(shareWords.kinds[kind]), []] as const,
          ].map(([short, full, ids]) => (
            <button
              key={short}
              type="button"
              className="button"
              data-look="plain"
              aria-label={full}
              onClick={() => put(ids)}
            >
              {short}
            </button>
          ))}
        </div>
        {lines.map(({ id, name, about }) => (
          <label key={id} className="share-line">
            <input
              type="checkbox"
              checked={choice[kind].includes(id)}
              onChange={(event) =>
                put(
                  all[kind].filter((one) => (one === id ? event.target.checked : choice[kind].includes(one))),
                )
              }
            />
            <span>
              <span dir="auto">{name}</span>{' '}
              {about === '' ? null : <span className="small quiet">{about}</span>}
            </span>
          </label>
        ))}
      </fieldset>
    )
  })
}

interface ChoiceLine {
  id: string
  name: string
  about: string
}

/** Areas and levels are known by their skill; entries and sentences stand in the order of their ids. */
function linesOf(kind: keyof ShareChoice, all: ShareChoice, items: readonly SharedItem[]): ChoiceLine[] {
  const of = items.filter((item) => item.kind === ITEM_KIND[kind])
  return all[kind].flatMap((id, index): ChoiceLine[] => {
    const item =
      kind === 'areas' || kind === 'levels'
        ? of.find((one) => 'skill' in one && one.skill.id === id)
        : of[index]
    return item === undefined ? [] : [{ id, ...lineOf(item) }]
  })
}

function lineOf(item: SharedItem): Omit<ChoiceLine, 'id'> {
  switch (item.kind) {
    case 'area':
      return { name: item.skill.name, about: shareWords.towards(item.level, item.quarter) }
    case 'level': {
      const own = item.own === null ? '' : shareWords.iSay(item.own.level)
      const { likely } = item
      const range = likely === null ? '' : shareWords.likely(likely.low.toFixed(1), likely.high.toFixed(1))
      return { name: item.skill.name, about: shareWords.level(own, range) }
    }
    case 'evidence':
      return { name: firstLine(item.text), about: item.happenedOn }
    case 'told':
      return { name: firstLine(item.text), about: [item.saidOn, item.saidBy ?? ''].join(' ').trim() }
  }
}

const LONGEST_LINE = 140

function firstLine(text: string): string {
  const line = text.trim().split('\n')[0] ?? ''
  return line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE).trimEnd()}…` : line
}
