// What people often hear, to begin with; each one is read like what somebody types.
import type { Framework } from '../../core/framework/framework.ts'
import { searchPhrases } from '../../core/search/search-phrases.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { quoted } from '../words/names.ts'
import { toldWords } from '../words/told.ts'

const SHOWN = 8

export function OftenHeard(props: {
  framework: Framework
  /** Where the person's own records come first. */
  isFolded: boolean
  onChoose: (text: string) => void
}) {
  const { framework, isFolded, onChoose } = props
  const hits = searchPhrases(framework, '').slice(0, SHOWN)
  if (hits.length === 0) return null
  const list = (
    <ul className="told-hits">
      {hits.map(({ skill, phrase }) => (
        <li key={skill.id}>
          <button type="button" onClick={() => onChoose(phrase?.text ?? skill.name)}>
            <span className="told-phrase">{quoted(phrase?.text ?? skill.name)}</span>
            <span className="small quiet">{skill.name}</span>
          </button>
        </li>
      ))}
    </ul>
  )
  return isFolded ? (
    <div className="no-print">
      <Disclosure summary={toldWords.often}>{list}</Disclosure>
    </div>
  ) : (
    <section className="stack-s no-print">
      <h2 className="told-label">{toldWords.often}</h2>
      {list}
    </section>
  )
}
