// Small controls above a picture or a table: one of several, and on or off.
import { type ReactNode, useId } from 'react'

export function ToolPick(props: {
  label: string
  value: string
  onPick: (value: string) => void
  options: ReactNode
}) {
  const id = useId()
  return (
    <span className="tool-pick">
      <label htmlFor={id}>{props.label}</label>
      <select
        id={id}
        className="select"
        value={props.value}
        onChange={(event) => props.onPick(event.target.value)}
      >
        {props.options}
      </select>
    </span>
  )
}

export function ToolSwitch(props: { label: ReactNode; on: boolean; onSwitch: (on: boolean) => void }) {
  return (
    <label className="tool-switch">
      <input type="checkbox" checked={props.on} onChange={(event) => props.onSwitch(event.target.checked)} />
      <span>{props.label}</span>
    </label>
  )
}
