// Above every view of a packet: whether it is saved, undo, new records; and what cannot go on without the person.
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Framework } from '../../core/framework/framework.ts'
import { itemCount, withNewRecords } from '../../core/packet/edit-packet.ts'
import type { Packet } from '../../core/packet/packet.ts'
import { ApiError } from '../api.ts'
import { ProblemLine } from '../parts/problem-line.tsx'
import { Reading } from '../parts/reading.tsx'
import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { packetWords } from '../words/packet.ts'
import { explainProblem } from '../words/trouble.ts'
import { readArranged } from './api-packets.ts'
import type { KeptPacket, PacketKeeper } from './packet-keeper.ts'

export interface PacketProps {
  framework: Framework
  keeper: PacketKeeper
  kept: KeptPacket
}

export function PacketTools({ keeper, kept, packet }: PacketProps & { packet: Packet }) {
  const [looked, setLooked] = useState('')
  const look = useMutation({
    mutationFn: async () => {
      const { purpose, role, from, until } = kept.content
      const arranged = await readArranged({ purpose, role, from, until, framework: packet.frameworkDigest })
      if (!arranged.ok) throw new ApiError(arranged.failure)
      const before = keeper.kept().content
      const after = withNewRecords(before, arranged.value.content)
      const added = itemCount(after) - itemCount(before)
      if (added > 0) keeper.change('records', after)
      setLooked(packetWords.looked(added))
    },
  })
  return (
    <div className="page-tools">
      <p className="small quiet">
        <span role="status">{packetWords.state[kept.state]}</span> <WhoCanSee of="packet" />
      </p>
      <button
        type="button"
        className="button"
        data-look="plain"
        disabled={!kept.canUndo}
        onClick={keeper.undo}
      >
        {packetWords.undo}
      </button>
      <button
        type="button"
        className="button"
        data-look="plain"
        disabled={look.isPending}
        onClick={() => look.mutate()}
      >
        {packetWords.look}
      </button>
      <Reading>{looked}</Reading>
      <ProblemLine error={look.error} />
    </div>
  )
}

export function PacketTrouble({ keeper, kept }: PacketProps) {
  if (kept.state === 'refused' && kept.problem !== null)
    return (
      <div className="notice" data-tone="trouble" role="alert">
        <p>
          {packetWords.state.refused} {explainProblem(kept.problem)}
        </p>
      </div>
    )
  if (kept.state !== 'conflict') return null
  return (
    <div className="notice" data-tone="trouble" role="alert">
      <h2>{packetWords.conflictTitle}</h2>
      <p>{packetWords.conflict}</p>
      <div className="actions">
        <button type="button" className="button" onClick={() => keeper.choose('mine')}>
          {packetWords.keepMine}
        </button>
        <button type="button" className="button" onClick={() => keeper.choose('theirs')}>
          {packetWords.keepTheirs}
        </button>
      </div>
    </div>
  )
}
