// Answers "Who can see this?" beside one thing: a few words that open a small panel, which the access rules fill.
import { lazy, Suspense, type ToggleEvent, useId, useRef, useState } from 'react'
import type { SeenItem } from '../../core/who-sees/seen-items.ts'
import { OnlyYou } from '../parts/only-you.tsx'
import { whoCanSeeWords } from '../words/who-can-see.ts'

/** Loaded when it is first wanted: it holds the rules of every noun. */
const Panel = lazy(async () => ({ default: (await import('./who-can-see-panel.tsx')).WhoCanSeePanel }))

interface Props {
  /** The kind of thing, as the access rules call it. */
  of: SeenItem
  /** Which one, where its facts matter; without it, the reader's own. */
  id?: string
  /** Whether others can read it, too: then it asks rather than says that only its owner does. A test holds it to the rule. */
  shared?: true
}

export function WhoCanSee({ of, id, shared }: Props) {
  const name = useId()
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const place = ({ newState, currentTarget }: ToggleEvent<HTMLSpanElement>) => {
    if (newState === 'open' && button.current !== null) placeBeside(button.current, currentTarget)
  }
  return (
    <span className="who-can-see">
      <button
        ref={button}
        type="button"
        className="who-can-see-ask"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        title={whoCanSeeWords.ask}
        popoverTarget={name}
      >
        {shared ? whoCanSeeWords.ask : <OnlyYou />}
      </button>
      {/* Phrasing content throughout, so that it may stand in a sentence. */}
      <span
        id={name}
        popover="auto"
        role="dialog"
        aria-label={whoCanSeeWords.ask}
        className="who-can-see-panel no-print"
        onBeforeToggle={place}
        onToggle={({ newState }) => setOpen(newState === 'open')}
      >
        {isOpen ? (
          <Suspense fallback={<span role="status">{whoCanSeeWords.waiting}</span>}>
            <Panel of={of} id={id} popoverId={name} />
          </Suspense>
        ) : null}
      </span>
    </span>
  )
}

/** CSS pixels between the words and the panel, and between the panel and the edge of the window. */
const APART = 6
const EDGE = 12
/** As wide as the style sheet has it. */
const WIDTH = 368

/** Under the words, or above them in the lower half of the window. On a phone the style sheet lays it along the foot. */
function placeBeside(button: HTMLElement, panel: HTMLElement): void {
  const { left, top, bottom } = button.getBoundingClientRect()
  const { clientHeight } = document.documentElement
  // Without the room that is kept for a scroll bar.
  const { width } = document.documentElement.getBoundingClientRect()
  const start = Math.max(EDGE, Math.min(left, width - WIDTH - EDGE))
  panel.style.setProperty('--who-start', `${start + window.scrollX}px`)
  const isLow = top > clientHeight / 2
  panel.style.setProperty('--who-room', `${(isLow ? top : clientHeight - bottom) - APART - EDGE}px`)
  panel.style.setProperty('--who-top', isLow ? 'auto' : `${bottom + window.scrollY + APART}px`)
  panel.style.setProperty('--who-foot', isLow ? `${clientHeight - top - window.scrollY + APART}px` : 'auto')
}
