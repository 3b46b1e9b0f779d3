// Packets for reviews and promotions: those that were written, and the beginning of another.
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Framework } from '../../core/framework/framework.ts'
import { inSentence } from '../../core/planning/plain-words.ts'
import { useFramework } from '../data/use-framework.ts'
import { PageHead } from '../parts/page-head.tsx'
import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { dateWords } from '../words/date.ts'
import { roleName } from '../words/names.ts'
import { packetWords } from '../words/packet.ts'
import type { PacketSummary } from './api-packets.ts'
import { PacketBegin } from './packet-begin.tsx'
import { packetsQuery } from './use-packet.ts'
import './packet.css'

export function PacketsPage() {
  const framework = useFramework()
  const { packets, unreadable } = useSuspenseQuery(packetsQuery).data
  return (
    <div className="packets">
      <PageHead title={packetWords.title}>
        <p className="lead">{packetWords.lead}</p>
        <p className="quiet">
          {packetWords.honest} <WhoCanSee of="packet" />
        </p>
      </PageHead>
      {unreadable.length > 0 ? (
        <div className="notice" data-tone="trouble">
          <p>{packetWords.unreadable(unreadable.length)}</p>
        </div>
      ) : null}
      {packets.length === 0 ? null : (
        <section className="stack">
          <h2>{packetWords.yours}</h2>
          <ul className="packet-list">
            {packets.map((packet) => (
              <Entry key={packet.id} framework={framework} packet={packet} />
            ))}
          </ul>
        </section>
      )}
      <section className={packets.length === 0 ? 'stack' : 'section stack'}>
        <h2>{packetWords.begin}</h2>
        <PacketBegin framework={framework} />
      </section>
    </div>
  )
}

function Entry({ framework, packet }: { framework: Framework; packet: PacketSummary }) {
  const { id, title, purpose, role, from, until, savedAt } = packet
  return (
    <li>
      <Link to="/packet/$id" params={{ id }}>
        {title.trim() === '' ? packetTitle(framework, purpose, role) : title}
      </Link>
      <span className="small quiet">
        {packetWords.entry(dateWords.day(from), dateWords.day(until))},{' '}
        {packetWords.saved(dateWords.minute(savedAt))}
      </span>
    </li>
  )
}

function packetTitle(framework: Framework, purpose: PacketSummary['purpose'], role: string): string {
  return packetWords.untitled[purpose](inSentence(roleName(framework, role), framework.language))
}
