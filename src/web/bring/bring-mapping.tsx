// How the tables of a file are understood, and the words for levels, each to be corrected.
import type { TableGuess, TableMapping } from '../../core/importing/import-source.ts'
import { tableInWords } from '../../core/importing/import-words.ts'
import type { SentImport } from '../framework/api-frameworks.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { bringWords, tableName } from '../words/bring.ts'
import { TableMappingEditor } from './table-mapping.tsx'

/** More tables than this are opened one by one. */
const OPEN_AT_MOST = 2

export function BringMapping(props: {
  sent: SentImport
  mapping: TableMapping
  onChange: (mapping: TableMapping) => void
}) {
  const { sent, mapping, onChange } = props
  const several = new Set(mapping.tables.map((table) => table.path)).size > 1
  const folded = mapping.tables.length > OPEN_AT_MOST
  const replace = (index: number, table: TableGuess) =>
    onChange({ ...mapping, tables: mapping.tables.map((one, at) => (at === index ? table : one)) })
  return (
    <section className="section stack" aria-labelledby="bring-tables">
      <h2 id="bring-tables">{bringWords.tables}</h2>
      <p className="quiet">{bringWords.tablesHelp}</p>
      <div className={folded ? 'bring-tables' : 'stack'}>
        {mapping.tables.map((table, index) => {
          const editor = (
            <TableMappingEditor
              key={`${table.path} ${table.sheet ?? ''} ${table.number}`}
              table={table}
              excerpt={sent.excerpts.find((one) => isOf(one, table))}
              several={several}
              onChange={(changed) => replace(index, changed)}
            />
          )
          return folded ? (
            <Disclosure
              key={`${table.path} ${table.sheet ?? ''} ${table.number}`}
              summary={`${tableName(table, several)}: ${tableInWords(table)}`}
            >
              {editor}
            </Disclosure>
          ) : (
            editor
          )
        })}
      </div>
      {mapping.levelWords.length > 1 ? (
        <LevelWords
          words={mapping.levelWords}
          onChange={(levelWords) => onChange({ ...mapping, levelWords })}
        />
      ) : null}
    </section>
  )
}

function isOf(
  one: { path: string; sheet?: string; number: number },
  other: { path: string; sheet?: string; number: number },
): boolean {
  return one.path === other.path && one.sheet === other.sheet && one.number === other.number
}

function LevelWords({ words, onChange }: { words: string[]; onChange: (words: string[]) => void }) {
  const swap = (index: number, other: number) => {
    const next = [...words]
    const [one, two] = [words[index] ?? '', words[other] ?? '']
    next[index] = two
    next[other] = one
    onChange(next)
  }
  return (
    <div className="stack-s">
      <h3>{bringWords.levelWords}</h3>
      <ol className="bring-levels">
        {words.map((word, index) => (
          <li key={word}>
            <span>{word}</span>
            <button
              type="button"
              className="button"
              aria-label={bringWords.levelUp(word)}
              disabled={index === 0}
              onClick={() => swap(index, index - 1)}
            >
              ↑
            </button>
            <button
              type="button"
              className="button"
              aria-label={bringWords.levelDown(word)}
              disabled={index === words.length - 1}
              onClick={() => swap(index, index + 1)}
            >
              ↓
            </button>
          </li>
        ))}
      </ol>
    </div>
  )
}
