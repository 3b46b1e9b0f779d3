// What would change the order of the five: told in sentences, each of them tried.
import type { Framework } from '../../core/framework/framework.ts'
import type { Levels } from '../../core/planning/levels.ts'
import { whatWouldReorder } from '../../core/planning/what-would-reorder.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { focusWords } from '../words/focus.ts'

const SHOWN_AT_FIRST = 3

export function Reorder(props: { framework: Framework; levels: Levels; from: string; to: string }) {
  const { framework, levels, from, to } = props
  const found = whatWouldReorder(framework, levels, to, { fromRole: from })
  const sentences = [...new Set(found.flatMap((pair) => (pair.sentence ? [pair.sentence] : [])))]
  const others = found
    .flatMap((pair) => pair.changes.map((change) => change.sentence))
    .filter((sentence) => !sentences.includes(sentence))
  if (sentences.length === 0) return <p className="quiet">{focusWords.reorderNone}</p>
  return (
    <div className="stack">
      <SentenceList sentences={sentences.slice(0, SHOWN_AT_FIRST)} />
      {sentences.length + others.length > SHOWN_AT_FIRST ? (
        <Disclosure summary={focusWords.reorderMore}>
          <SentenceList sentences={[...new Set([...sentences.slice(SHOWN_AT_FIRST), ...others])]} />
        </Disclosure>
      ) : null}
    </div>
  )
}

function SentenceList({ sentences }: { sentences: string[] }) {
  return (
    <ul className="marked-list">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}
