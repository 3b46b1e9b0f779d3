// The five skills for one destination, their practice order, and what would reorder them.
import { Link, useNavigate } from '@tanstack/react-router'
import type { Framework } from '../../core/framework/framework.ts'
import { FOCUS_LENGTH, type FocusItem, focus, topFocus } from '../../core/planning/focus.ts'
import type { Levels } from '../../core/planning/levels.ts'
import { practiceOrder } from '../../core/planning/practice-order.ts'
import { quickWins } from '../../core/planning/quick-wins.ts'
import type { StepEffort } from '../../core/planning/step-effort.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { useToldTimes } from '../told/use-feedback.ts'
import { focusWords } from '../words/focus.ts'
import { toldShortWords } from '../words/told-short.ts'
import { FocusList } from './focus-list.tsx'
import { Reorder } from './reorder.tsx'

type Sort = 'worth' | 'quick'

export function SingleFocus(props: {
  framework: Framework
  levels: Levels
  from: string
  to: string
  sort: Sort
}) {
  const { framework, levels, from, to, sort } = props
  const all = focus(framework, levels, to, { fromRole: from })
  const quick = quickWins(framework, all)
  const sorted: FocusItem[] = sort === 'quick' ? quick : all
  const told = useToldTimes()
  const note = (item: FocusItem) => {
    const times = told.get(item.skill)
    const effort = sort === 'quick' ? effortOf(quick.find((one) => one.skill === item.skill)?.nextStep) : ''
    return [times === undefined ? '' : toldShortWords.times(times), effort].filter(Boolean).join(' ')
  }
  const top = topFocus(sorted)
  const move = (
    <Link to="/move/$from/$to" params={{ from, to }}>
      {focusWords.seeMove}
    </Link>
  )
  if (all.length === 0)
    return (
      <p>
        {focusWords.none} {move}
      </p>
    )
  return (
    <>
      <SortChooser sort={sort} />
      <section className="stack">
        <h2 className="visually-hidden">{focusWords.five}</h2>
        <FocusList framework={framework} items={top} note={note} />
      </section>
      <section className="section stack">
        <h2>{focusWords.order}</h2>
        <PracticeOrder framework={framework} top={top} />
      </section>
      <section className="section stack">
        <h2>{focusWords.reorder}</h2>
        <Reorder framework={framework} levels={levels} from={from} to={to} />
      </section>
      {sorted.length > FOCUS_LENGTH ? (
        <Disclosure summary={focusWords.all(sorted.length)}>
          <FocusList framework={framework} items={sorted} note={note} />
        </Disclosure>
      ) : null}
      <p>{move}</p>
    </>
  )
}

/** Said in a sentence where it is the order that the list already has. */
function PracticeOrder({ framework, top }: { framework: Framework; top: FocusItem[] }) {
  const order = practiceOrder(framework, top)
  if (order.every((item, index) => item.skill === top[index]?.skill)) return <p>{focusWords.orderSame}</p>
  return (
    <>
      <p className="practice-order">
        {order.map((item, index) => (
          <span key={item.skill}>
            {index > 0 ? ' → ' : ''}
            <Link to="/skill/$skill" params={{ skill: item.skill }}>
              {item.name}
            </Link>
          </span>
        ))}
      </p>
      <p className="small quiet">{focusWords.orderHelp}</p>
    </>
  )
}

function effortOf(step: StepEffort | undefined): string {
  if (!step) return ''
  return step.range
    ? focusWords.quick(step.range.low, step.range.high)
    : focusWords.quickAssumed(Math.round(step.weeks))
}

function SortChooser({ sort }: { sort: Sort }) {
  const navigate = useNavigate()
  const choose = (next: Sort) =>
    void navigate({
      to: '/focus',
      search: (before) => ({ ...before, sort: next === 'quick' ? next : undefined }),
      replace: true,
      resetScroll: false,
    })
  return (
    <fieldset className="chooser no-print">
      <legend>{focusWords.sort}</legend>
      <div className="choices">
        {(['worth', 'quick'] as const).map((one) => (
          <label key={one} className="choice">
            <input type="radio" name="sort" checked={sort === one} onChange={() => choose(one)} />
            <span>{one === 'worth' ? focusWords.sortWorth : focusWords.sortQuick}</span>
          </label>
        ))}
      </div>
      <p className="field-hint">{sort === 'worth' ? focusWords.sortWorthHelp : focusWords.sortQuickHelp}</p>
    </fieldset>
  )
}
