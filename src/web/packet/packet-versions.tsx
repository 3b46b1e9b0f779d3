// The versions of a packet that were kept: what changed, going back, and removing all of it.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { contentOf } from '../../core/packet/packet.ts'
import { ApiError } from '../api.ts'
import { browserDrafts, DRAFT_PREFIX } from '../data/drafts.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { ProblemLine } from '../parts/problem-line.tsx'
import { Reading } from '../parts/reading.tsx'
import { dateWords } from '../words/date.ts'
import { versionWords } from '../words/packet.ts'
import { type PacketState, type PacketVersionLine, readPacketVersion, removePacket } from './api-packets.ts'
import type { PacketProps } from './packet-tools.tsx'
import { useKeepVersion } from './use-keep-version.ts'

export function PacketVersions({ keeper, state }: PacketProps & { state: PacketState }) {
  const { packet, versions } = state
  const [said, setSaid] = useState('')
  const keep = useKeepVersion(packet.id, keeper)
  const back = useMutation({
    mutationFn: async ({ id, version }: PacketVersionLine) => {
      keeper.change(`version ${version}`, contentOf(await readPacketVersion(packet.id, id)))
      setSaid(versionWords.wentBack(version))
    },
  })
  return (
    <div className="stack">
      <h2>{versionWords.title}</h2>
      <p className="small quiet">{versionWords.text}</p>
      {versions.length === 0 ? null : (
        <ol className="packet-versions">
          {versions.toReversed().map((line) => (
            <Version key={line.id} line={line} onBack={() => back.mutate(line)} />
          ))}
        </ol>
      )}
      <button type="button" className="button" disabled={keep.isPending} onClick={() => keep.mutate()}>
        {versionWords.keep}
      </button>
      <Reading>{said}</Reading>
      <ProblemLine error={keep.error ?? back.error} />
      <Remove id={packet.id} settled={() => keeper.settled()} />
    </div>
  )
}

function Version({ line, onBack }: { line: PacketVersionLine; onBack: () => void }) {
  const { version, keptAt, changes } = line
  return (
    <li>
      <div>
        <h3>{versionWords.one(version, dateWords.minute(keptAt))}</h3>
        {changes.length === 0 ? (
          <p className="small quiet">{version === 1 ? versionWords.first : versionWords.same}</p>
        ) : (
          <ul className="marked-list small">
            {changes.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        )}
      </div>
      <button
        type="button"
        className="button"
        data-look="plain"
        aria-label={versionWords.backTo(version)}
        onClick={onBack}
      >
        {versionWords.back}
      </button>
    </li>
  )
}

function Remove({ id, settled }: { id: string; settled: () => Promise<string | null> }) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const remove = useMutation({
    mutationFn: async () => {
      const outcome = await removePacket(id, (await settled()) ?? '')
      if (!outcome.ok) throw new ApiError(outcome.failure)
      browserDrafts.remove(`${DRAFT_PREFIX}packet.${id}`)
      await navigate({ to: '/packet' })
      await queries.invalidateQueries({ queryKey: ['packets'] })
    },
  })
  return (
    <Disclosure summary={versionWords.remove}>
      <p>{versionWords.removeText}</p>
      <button type="button" className="button" disabled={remove.isPending} onClick={() => remove.mutate()}>
        {versionWords.removeDo}
      </button>
      <ProblemLine error={remove.error} />
    </Disclosure>
  )
}
