// The roles that one plan leads towards, how much each counts, and a way to add one or let one go.
import { useId } from 'react'
import type { Framework } from '../../core/framework/framework.ts'
import { percent } from '../../core/planning/plain-words.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { roleName } from '../words/names.ts'
import { planWords } from '../words/plan.ts'
import { MOST_ROLES, type PlanChange, shareOf, type Trial } from './plan-choices.ts'

/** A role that counts nothing is let go rather than kept at 0. */
const LEAST = 0.05
const STEP = 0.05

interface Props {
  framework: Framework
  trial: Trial
  onChange: (change: PlanChange) => void
}

export function PlanRoles({ framework, trial, onChange }: Props) {
  const { destinations } = trial
  const hasSeveral = destinations.length > 1
  return (
    <Disclosure summary={planWords.roles} open={hasSeveral}>
      <p className="small quiet">{planWords.rolesHelp}</p>
      <ul className="plan-roles">
        {destinations.map(({ role }) => (
          <li key={role}>
            {hasSeveral ? (
              <RoleShare
                name={roleName(framework, role)}
                share={shareOf(destinations, role)}
                most={1 - LEAST * (destinations.length - 1)}
                onShare={(share) => onChange({ kind: 'share', role, share })}
                onDrop={() => onChange({ kind: 'drop-role', role })}
              />
            ) : (
              roleName(framework, role)
            )}
          </li>
        ))}
      </ul>
      {destinations.length < MOST_ROLES ? (
        <AddRole framework={framework} trial={trial} onChange={onChange} />
      ) : null}
    </Disclosure>
  )
}

function RoleShare(props: {
  name: string
  share: number
  most: number
  onShare: (share: number) => void
  onDrop: () => void
}) {
  const { name, share, most, onShare, onDrop } = props
  const id = useId()
  return (
    <>
      <div className="field">
        <label htmlFor={id}>
          {planWords.share(name)} <output htmlFor={id}>{percent(share)}</output>
        </label>
        <input
          id={id}
          className="plan-slider"
          type="range"
          min={LEAST}
          max={most}
          step={STEP}
          value={share}
          aria-valuetext={percent(share)}
          onChange={(event) => onShare(Number(event.target.value))}
        />
      </div>
      <button
        type="button"
        className="button"
        data-look="plain"
        aria-label={planWords.dropRoleOf(name)}
        onClick={onDrop}
      >
        {planWords.dropRole}
      </button>
    </>
  )
}

function AddRole({ framework, trial, onChange }: Props) {
  const id = useId()
  const taken = new Set(trial.destinations.map(({ role }) => role))
  return (
    <div className="field">
      <label htmlFor={id}>{planWords.addRole}</label>
      <select
        id={id}
        className="select"
        value=""
        onChange={(event) => onChange({ kind: 'add-role', role: event.target.value })}
      >
        <option value="">{planWords.addRoleNone}</option>
        {framework.roles
          .filter((role) => !taken.has(role.id))
          .map((role) => (
            <option key={role.id} value={role.id}>
              {role.name}
            </option>
          ))}
      </select>
    </div>
  )
}
