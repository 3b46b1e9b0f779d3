// Arranging a packet: title and summary first, then its skills, and those that are left out at the end.
import { useMemo } from 'react'
import { expectationOf } from '../../core/framework/look-up.ts'
import { frontPageFits } from '../../core/packet/front-page.ts'
import type { PacketContent, PacketSection } from '../../core/packet/packet.ts'
import { sentencesOf } from '../../core/packet/packet-parts.ts'
import { writePacket } from '../../core/packet/write-packet.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { OwnWords } from '../parts/own-words.tsx'
import { Reading } from '../parts/reading.tsx'
import { packetWords } from '../words/packet.ts'
import { PacketSectionPart } from './packet-section.tsx'
import type { PacketProps } from './packet-tools.tsx'

export function PacketArrange(props: PacketProps) {
  const { framework, keeper, kept } = props
  const { content } = kept
  const shown = content.sections.filter((section) => section.included && hasWords(section))
  const bare = content.sections.filter((section) => section.included && !hasWords(section))
  const rest = content.sections.filter(({ included }) => !included)
  const put = (part: Partial<PacketContent>, place: string) => keeper.change(place, { ...content, ...part })
  return (
    <div className="stack-l packet-arrange">
      <section className="stack">
        <div className="field">
          <label htmlFor="packet-title">{packetWords.ownTitle}</label>
          <input
            id="packet-title"
            className="input"
            maxLength={200}
            value={content.title}
            placeholder={
              writePacket(framework, { ...content, title: '' }, { audience: 'manager', name: null }).title
            }
            onChange={(event) => put({ title: event.target.value }, 'title')}
          />
        </div>
        <OwnWords
          label={packetWords.summary}
          hint={packetWords.summaryHint}
          rows={5}
          value={content.summary}
          onChange={(summary) => put({ summary }, 'summary')}
        />
        <FrontPage {...props} />
        <Sentences
          content={content}
          onAdd={(sentence) =>
            put(
              { summary: [content.summary.trimEnd(), sentence].filter((one) => one !== '').join(' ') },
              sentence,
            )
          }
        />
      </section>
      <section>
        <h2>{packetWords.skills}</h2>
        <Sections {...props} sections={shown} />
        {bare.length > 0 ? (
          <Disclosure summary={packetWords.nothingYet(bare.length)}>
            <Sections {...props} sections={bare} />
          </Disclosure>
        ) : null}
        {rest.length > 0 ? (
          <Disclosure summary={packetWords.leftOut(rest.length)}>
            <Sections {...props} sections={rest} />
          </Disclosure>
        ) : null}
      </section>
    </div>
  )
}

function Sections(props: PacketProps & { sections: readonly PacketSection[] }) {
  const { framework, kept, sections } = props
  return sections.map((section) => (
    <PacketSectionPart
      key={section.skill}
      {...props}
      section={section}
      asked={expectationOf(framework, kept.content.role, section.skill).level}
    />
  ))
}

function hasWords({ items, own, open, claimed }: PacketSection): boolean {
  return items.length > 0 || own !== '' || open !== '' || claimed !== null
}

function FrontPage({ framework, kept: { content } }: PacketProps) {
  const fits = useMemo(
    () => frontPageFits(writePacket(framework, content, { audience: 'manager', name: null })),
    [framework, content],
  )
  return <Reading>{fits ? '' : packetWords.full}</Reading>
}

/** The person's own sentences that are in the packet and not in the summary yet. */
function Sentences({ content, onAdd }: { content: PacketContent; onAdd: (sentence: string) => void }) {
  const sentences = useMemo(() => ownSentences(content), [content])
  return (
    <Disclosure summary={packetWords.choose}>
      {sentences.length === 0 ? <p>{packetWords.noSentences}</p> : null}
      <ul className="packet-sentences">
        {sentences.map((sentence) => (
          <li key={sentence}>
            <span dir="auto">{sentence}</span>
            <button
              type="button"
              className="button"
              data-look="plain"
              aria-label={packetWords.addSentence(sentence)}
              onClick={() => onAdd(sentence)}
            >
              {packetWords.add}
            </button>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}

const MOST_SENTENCES = 60

function ownSentences({ sections, summary }: PacketContent): string[] {
  const texts = sections
    .filter(({ included }) => included)
    .flatMap(({ own, items }) => [
      own,
      ...items.filter(({ included, kind }) => included && kind !== 'words').map(({ text }) => text),
    ])
  const sentences = [...new Set(texts.flatMap(sentencesOf))]
  return sentences.filter((sentence) => !summary.includes(sentence)).slice(0, MOST_SENTENCES)
}
