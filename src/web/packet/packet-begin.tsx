// Begins a packet: what it is for, for which role, over which period.
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useId, useState } from 'react'
import type { Framework } from '../../core/framework/framework.ts'
import { presetRole } from '../../core/framework/look-up.ts'
import type { PacketPurpose } from '../../core/packet/packet.ts'
import { monthsBefore } from '../../core/plan/quarter-calendar.ts'
import { STAY } from '../../core/target/target.ts'
import { ApiError, newId } from '../api.ts'
import { today } from '../data/today.ts'
import { useMe } from '../data/use-me.ts'
import { ProblemLine } from '../parts/problem-line.tsx'
import { RolePicker } from '../role/role-picker.tsx'
import { packetWords } from '../words/packet.ts'
import { type PacketAsked, readArranged, savePacket } from './api-packets.ts'

/** A review looks at half a year, a promotion at a whole one, unless the person says otherwise. */
const MONTHS: Record<PacketPurpose, number> = { review: 6, promotion: 12 }

export function PacketBegin({ framework }: { framework: Framework }) {
  const id = useId()
  const { target } = useMe()
  const held = target?.role ?? presetRole(framework)?.id ?? ''
  const wanted = target?.destinations.find((role) => role !== STAY) ?? held
  const roles: Record<PacketPurpose, string> = { review: held, promotion: wanted }
  const [asked, setAsked] = useState<PacketAsked>(() => first('promotion', roles))
  const put = (part: Partial<PacketAsked>) => setAsked((all) => ({ ...all, ...part }))
  const begin = useBegin()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!begin.isPending) begin.mutate(asked)
  }
  return (
    <form className="packet-begin stack" onSubmit={submit}>
      <fieldset>
        <legend>{packetWords.purpose}</legend>
        <div className="choices">
          {(['promotion', 'review'] as const).map((purpose) => (
            <label key={purpose} className="choice">
              <input
                type="radio"
                name={`${id}-purpose`}
                checked={asked.purpose === purpose}
                onChange={() => setAsked(first(purpose, roles))}
              />
              <span>{packetWords.purposes[purpose]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div className="packet-begin-fields">
        <RolePicker
          framework={framework}
          label={packetWords.roleFor[asked.purpose]}
          value={asked.role}
          onChange={(role) => put({ role })}
        />
        {(['from', 'until'] as const).map((end) => (
          <div className="field" key={end}>
            <label htmlFor={`${id}-${end}`}>{packetWords[end]}</label>
            <input
              id={`${id}-${end}`}
              type="date"
              className="input"
              required
              value={asked[end]}
              min={end === 'until' ? asked.from : undefined}
              onChange={(event) => put({ [end]: event.target.value })}
            />
          </div>
        ))}
      </div>
      <button type="submit" className="button" data-look="main" disabled={begin.isPending}>
        {begin.isPending ? packetWords.arranging : packetWords.arrange}
      </button>
      <ProblemLine error={begin.error} />
    </form>
  )
}

function first(purpose: PacketPurpose, roles: Record<PacketPurpose, string>): PacketAsked {
  const until = today()
  return { purpose, role: roles[purpose], from: monthsBefore(until, MONTHS[purpose]), until }
}

function useBegin() {
  const navigate = useNavigate()
  return useMutation({
    mutationFn: async (asked: PacketAsked) => {
      const arranged = await readArranged(asked)
      if (!arranged.ok) throw new ApiError(arranged.failure)
      const id = newId()
      const saved = await savePacket(id, { revisionId: newId(), ...arranged.value }, null)
      if (!saved.ok) throw new ApiError(saved.failure)
      await navigate({ to: '/packet/$id', params: { id } })
    },
  })
}
