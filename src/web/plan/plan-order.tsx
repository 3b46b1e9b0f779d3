// All quarters of a plan in one list that can be put in another order, by pointer or by keyboard.
import { type RefObject, useState } from 'react'
import type { Framework } from '../../core/framework/framework.ts'
import { findSkill } from '../../core/framework/look-up.ts'
import type { GrowthArea, LaterStep, Plan } from '../../core/plan/plan.ts'
import type { StepName } from '../../core/plan/plan-request.ts'
import { inSentence, listInWords } from '../../core/planning/plain-words.ts'
import { Grip } from '../parts/grip.tsx'
import { SkillLink } from '../parts/skill-link.tsx'
import { planWords, quarterName } from '../words/plan.ts'
import { AreaDetails, StepFacts } from './plan-area.tsx'
import type { PlanChange, Trial } from './plan-choices.ts'
import type { HandleProps, Moving } from './use-order-drag.ts'

export interface PlanOrderProps {
  framework: Framework
  plan: Plan
  trial: Trial
  /** First day of the current quarter. */
  startsOn: string
  /** Skills that can be moved, in the order in which they stand here. */
  shown: readonly string[]
  moving: Moving | null
  listRef: RefObject<HTMLOListElement | null>
  handle: (skill: string) => HandleProps
  onChange: (change: PlanChange) => void
}

export function PlanOrder(props: PlanOrderProps) {
  const { plan, startsOn, listRef } = props
  const firsts = firstSteps(plan)
  return (
    <ol className="plan-order no-print" ref={listRef} data-moving={props.moving ? true : undefined}>
      {plan.quarters.flatMap(({ quarter, areas }) => [
        <QuarterHead
          key={`quarter ${quarter}`}
          title={quarterName(startsOn, quarter)}
          empty={areas.length === 0}
        />,
        ...areas
          .filter(({ state }) => state === 'finishes')
          .map((area) => (
            <PlanRow
              {...props}
              key={rowKey(area, firsts)}
              step={area}
              area={area}
              isFirst={firsts.get(area.skill) === area.level}
              inFull={quarter === 1}
            />
          )),
        <Begun key={`begun in ${quarter}`} {...props} areas={areas} />,
      ])}
      {plan.later.length > 0 ? (
        <QuarterHead key="later" title={planWords.later} note={planWords.laterLead} empty={false} />
      ) : null}
      {plan.later.map((step) => (
        <PlanRow
          {...props}
          key={rowKey(step, firsts)}
          step={step}
          area={null}
          isFirst={firsts.get(step.skill) === step.level}
          inFull={false}
        />
      ))}
    </ol>
  )
}

/** A skill's first step keeps its row wherever it goes, so that a hand on it stays on it. */
function rowKey({ skill, level }: StepName, firsts: ReadonlyMap<string, number>): string {
  return firsts.get(skill) === level ? skill : `${skill} ${level}`
}

/** What the hours of a quarter begin and a later one finishes. */
function Begun({ framework, areas }: { framework: Framework; areas: readonly GrowthArea[] }) {
  const names = areas
    .filter(({ state }) => state === 'under-way')
    .map(({ name, level }) => planWords.toLevel(inSentence(name, framework.language), level))
  if (names.length === 0) return null
  return <li className="plan-begun small quiet">{planWords.begun(listInWords(names))}</li>
}

function firstSteps(plan: Plan): Map<string, number> {
  const firsts = new Map<string, number>()
  for (const { skill, level } of [...plan.steps, ...plan.later]) {
    firsts.set(skill, Math.min(level, firsts.get(skill) ?? level))
  }
  return firsts
}

function QuarterHead({ title, note, empty }: { title: string; note?: string; empty: boolean }) {
  return (
    <li className="plan-quarter">
      <h3>{title}</h3>
      {note ? <p className="small quiet">{note}</p> : null}
      {empty ? <p className="small quiet">{planWords.emptyQuarter}</p> : null}
    </li>
  )
}

function PlanRow(
  props: PlanOrderProps & { step: LaterStep; area: GrowthArea | null; isFirst: boolean; inFull: boolean },
) {
  const { framework, trial, step, area, isFirst, inFull, shown, moving, handle } = props
  const skill = findSkill(framework, step.skill)
  const pinned = trial.pins.includes(step.skill)
  return (
    <li
      className="plan-row"
      data-order={isFirst ? step.skill : undefined}
      data-moved={isFirst && moving?.skill === step.skill ? true : undefined}
      data-later={area === null ? true : undefined}
    >
      {isFirst ? (
        <button
          type="button"
          className="plan-handle no-print"
          aria-label={planWords.handle(step.name, shown.indexOf(step.skill) + 1, shown.length)}
          {...handle(step.skill)}
        >
          <Grip />
        </button>
      ) : (
        <span className="plan-handle" aria-hidden="true" />
      )}
      <div className="plan-row-body">
        <p className="plan-row-name">
          {skill ? <SkillLink framework={framework} skill={skill} /> : step.name}
          {isFirst && pinned ? <span className="assumed">{planWords.pinned}</span> : null}
        </p>
        {area ? (
          <StepFacts area={area} />
        ) : (
          <p className="small quiet">
            {planWords.step(step.level - 1, step.level)}, {planWords.stepHours(step.hours)}
          </p>
        )}
        {area && !inFull ? <Details area={area} /> : null}
      </div>
      {isFirst ? <RowTools {...props} pinned={pinned} /> : null}
    </li>
  )
}

/** Made only once somebody opens it: there may be twenty, and all of them follow a drag. */
function Details({ area }: { area: GrowthArea }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <details className="disclosure" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{planWords.details}</summary>
      {isOpen ? (
        <div className="disclosure-body">
          <AreaDetails area={area} />
        </div>
      ) : null}
    </details>
  )
}

function RowTools(props: PlanOrderProps & { step: LaterStep; pinned: boolean }) {
  const { step, pinned, onChange } = props
  return (
    <div className="plan-row-tools no-print">
      <button
        type="button"
        className="button"
        data-look="plain"
        aria-label={pinned ? planWords.unpinFor(step.name) : planWords.pinFor(step.name)}
        onClick={() => onChange({ kind: pinned ? 'unpin' : 'pin', skill: step.skill })}
      >
        {pinned ? planWords.unpin : planWords.pin}
      </button>
      <button
        type="button"
        className="button"
        data-look="plain"
        aria-label={planWords.leaveOutFor(step.name)}
        onClick={() => onChange({ kind: 'leave-out', skill: step.skill })}
      >
        {planWords.leaveOut}
      </button>
    </div>
  )
}
