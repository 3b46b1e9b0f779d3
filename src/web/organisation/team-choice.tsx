// Chooses a team that has not ended.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { teamsQuery } from './organisation-queries.ts'

export function TeamChoice(props: {
  label: string
  none: string
  value: string | null
  except?: string
  onChange: (id: string | null) => void
}) {
  const id = useId()
  const teams = useSuspenseQuery(teamsQuery).data
  return (
    <div className="field">
      <label htmlFor={id}>{props.label}</label>
      <select
        id={id}
        className="select"
        value={props.value ?? ''}
        onChange={(event) => props.onChange(event.target.value === '' ? null : event.target.value)}
      >
        <option value="">{props.none}</option>
        {teams
          .filter((team) => team.endedOn === null && team.id !== props.except)
          .map((team) => (
            <option key={team.id} value={team.id}>
              {team.name}
            </option>
          ))}
      </select>
    </div>
  )
}
