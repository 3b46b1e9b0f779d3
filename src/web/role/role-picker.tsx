// A list of all roles to choose one from, by path.
import { useId } from 'react'
import type { Framework } from '../../core/framework/framework.ts'
import { RoleOptions } from './role-options.tsx'

export function RolePicker(props: {
  framework: Framework
  label: string
  value: string
  /** What choosing no role is called, where that is possible; its value is empty. */
  none?: string
  onChange: (role: string) => void
}) {
  const id = useId()
  const { framework } = props
  return (
    <div className="field">
      <label htmlFor={id}>{props.label}</label>
      <select
        id={id}
        className="select"
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      >
        {props.none ? <option value="">{props.none}</option> : null}
        <RoleOptions framework={framework} />
      </select>
    </div>
  )
}
