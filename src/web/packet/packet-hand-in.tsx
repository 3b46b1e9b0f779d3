// Handing a packet in: for whom, and as what. Whatever leaves is kept as a version.
import { useNavigate } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { documentHtml } from '../../core/packet/document-html.ts'
import { documentMarkdown } from '../../core/packet/document-markdown.ts'
import type { Packet } from '../../core/packet/packet.ts'
import type { PacketDocument } from '../../core/packet/packet-document.ts'
import { jsonResume } from '../../core/packet/write-cv.ts'
import { AUDIENCES, type Audience } from '../../core/packet/write-packet.ts'
import { saveFile } from '../data/save-file.ts'
import { useMe } from '../data/use-me.ts'
import { ProblemLine } from '../parts/problem-line.tsx'
import { Reading } from '../parts/reading.tsx'
import { copyWords } from '../words/copy.ts'
import { handInWords } from '../words/packet.ts'
import type { PacketProps } from './packet-tools.tsx'
import { useKeepVersion } from './use-keep-version.ts'

interface Props extends PacketProps {
  packet: Packet
  document: PacketDocument
  audience: Audience
}

export function PacketHandIn({ framework, keeper, kept, packet, document, audience }: Props) {
  const name = useMe().person.displayName
  const keep = useKeepVersion(packet.id, keeper)
  const [said, setSaid] = useState('')
  const hand = async (out: () => unknown, words = '') => {
    setSaid('')
    const version = await keep.mutateAsync().catch(() => null)
    await out()
    setSaid([words, version === null ? '' : handInWords.kept(version)].filter((one) => one !== '').join(' '))
  }
  const copy = () => navigator.clipboard.writeText(documentMarkdown(document))
  const file = (ending: string) => `${fileName(document.title)}.${ending}`
  const savedAt = packet.savedAt
  return (
    <div className="packet-hand-in stack">
      <Audiences id={packet.id} audience={audience} />
      <div className="actions">
        <button
          type="button"
          className="button"
          data-look="main"
          onClick={() => void hand(() => window.print())}
        >
          {handInWords.print}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => void hand(copy, copyWords.done).catch(() => setSaid(copyWords.failed))}
        >
          {handInWords.copy}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => void hand(() => saveFile(file('md'), 'text/markdown', documentMarkdown(document)))}
        >
          {handInWords.markdown}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => void hand(() => saveFile(file('html'), 'text/html', documentHtml(document)))}
        >
          {handInWords.html}
        </button>
        {audience === 'cv' ? (
          <button
            type="button"
            className="button"
            onClick={() => {
              const resume = jsonResume(framework, kept.content, { name, savedAt })
              void hand(() =>
                saveFile('resume.json', 'application/json', `${JSON.stringify(resume, null, 2)}\n`),
              )
            }}
          >
            {handInWords.resume}
          </button>
        ) : null}
      </div>
      <Reading>{said}</Reading>
      <ProblemLine error={keep.error} />
    </div>
  )
}

function Audiences({ id, audience }: { id: string; audience: Audience }) {
  const group = useId()
  const navigate = useNavigate()
  return (
    <fieldset>
      <legend className="visually-hidden">{handInWords.audience}</legend>
      <div className="choices">
        {AUDIENCES.map((one) => (
          <label key={one} className="choice">
            <input
              type="radio"
              name={group}
              checked={one === audience}
              onChange={() =>
                void navigate({
                  to: '/packet/$id',
                  params: { id },
                  search: { view: 'read', for: one === 'manager' ? undefined : one },
                  replace: true,
                })
              }
            />
            <span>{handInWords.audiences[one]}</span>
          </label>
        ))}
      </div>
      <p className="field-hint">{handInWords.about[audience]}</p>
    </fieldset>
  )
}

/** Small letters, digits and hyphens; whatever the title holds. */
function fileName(title: string): string {
  const name = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  return name.slice(0, 60) || 'packet'
}
