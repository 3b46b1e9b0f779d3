// One packet: arranged and written, read as it is handed in, or used to answer another form.
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useDeferredValue, useMemo } from 'react'
import { AUDIENCES, type Audience, writePacket } from '../../core/packet/write-packet.ts'
import { frameworkQuery } from '../data/queries.ts'
import { useMe } from '../data/use-me.ts'
import { PageHead } from '../parts/page-head.tsx'
import { Waiting } from '../parts/shell.tsx'
import { packetWords } from '../words/packet.ts'
import type { PacketState } from './api-packets.ts'
import { PacketArrange } from './packet-arrange.tsx'
import { PacketHandIn } from './packet-hand-in.tsx'
import { PacketSheet } from './packet-sheet.tsx'
import { PacketTools, PacketTrouble } from './packet-tools.tsx'
import { PacketVersions } from './packet-versions.tsx'
import { packetQuery, usePacketKeeper } from './use-packet.ts'
import '../parts/page-views.css'
import './packet.css'

/** With the search in it, which only this view needs. */
const PacketForm = lazy(async () => ({ default: (await import('./packet-form.tsx')).PacketForm }))

const PACKET_VIEWS = ['arrange', 'read', 'form'] as const

export function PacketPage() {
  const { id } = useParams({ from: '/packet/$id' })
  const state = useSuspenseQuery(packetQuery(id)).data
  return <OnePacket key={id} state={state} />
}

function OnePacket({ state }: { state: PacketState }) {
  const { packet } = state
  const framework = useSuspenseQuery(frameworkQuery(packet.frameworkDigest)).data
  const name = useMe().person.displayName
  const search = useSearch({ from: '/packet/$id' })
  const view = PACKET_VIEWS.find((one) => one === search.view) ?? 'arrange'
  const audience: Audience = AUDIENCES.find((one) => one === search.for) ?? 'manager'
  const { keeper, kept } = usePacketKeeper(packet)
  const content = useDeferredValue(kept.content)
  const document = useMemo(
    () => writePacket(framework, content, { audience, name }),
    [framework, content, audience, name],
  )
  const all = { framework, keeper, kept }
  return (
    <div className="packet" data-view={view}>
      <div className="no-print">
        <PageHead title={document.title} eyebrow={<Link to="/packet">{packetWords.title}</Link>}>
          <nav className="page-views" aria-label={packetWords.viewsLabel}>
            {PACKET_VIEWS.map((one) => (
              <Link
                key={one}
                to="/packet/$id"
                params={{ id: packet.id }}
                search={{ view: one === 'arrange' ? undefined : one }}
                aria-current={one === view ? 'page' : undefined}
                activeOptions={{ includeSearch: true }}
                className="page-view"
                data-current={one === view || undefined}
              >
                {packetWords.views[one]}
              </Link>
            ))}
          </nav>
        </PageHead>
        <PacketTrouble {...all} />
        <PacketTools {...all} packet={packet} />
        {view === 'arrange' ? <PacketArrange {...all} /> : null}
        {view === 'form' ? (
          <Suspense fallback={<Waiting />}>
            <PacketForm {...all} />
          </Suspense>
        ) : null}
        {view === 'read' ? (
          <PacketHandIn {...all} packet={packet} document={document} audience={audience} />
        ) : null}
      </div>
      {/* On paper it is always the packet, whichever view is open. */}
      <div className={view === 'read' ? undefined : 'print-only'}>
        <PacketSheet document={document} />
      </div>
      <section className="section no-print">
        <PacketVersions {...all} state={state} />
      </section>
    </div>
  )
}
