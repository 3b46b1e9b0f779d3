// How one table is understood, shown on its own first rows, with a choice over each column.
import { useId } from 'react'
import type { TableExcerpt } from '../../core/importing/import-preview.ts'
import type { ColumnGuess, ColumnMeaning, TableGuess } from '../../core/importing/import-source.ts'
import { tableInWords } from '../../core/importing/import-words.ts'
import { bringWords, meaningNames, tableName } from '../words/bring.ts'

interface MappingProps {
  table: TableGuess
  excerpt: TableExcerpt | undefined
  several: boolean
  onChange: (table: TableGuess) => void
}

export function TableMappingEditor({ table, excerpt, several, onChange }: MappingProps) {
  return (
    <fieldset className="bring-table stack-s">
      <legend>{tableName(table, several)}</legend>
      <label className="bring-check">
        <input
          type="checkbox"
          checked={table.use}
          onChange={(event) => onChange({ ...table, use: event.target.checked })}
        />
        {bringWords.useTable}
      </label>
      <p className="quiet">{table.use ? tableInWords(table) : table.why}</p>
      {table.use && excerpt ? <Rows table={table} excerpt={excerpt} onChange={onChange} /> : null}
      {table.use ? <GridChoices table={table} onChange={onChange} /> : null}
    </fieldset>
  )
}

function Rows({
  table,
  excerpt,
  onChange,
}: Omit<MappingProps, 'several' | 'excerpt'> & { excerpt: TableExcerpt }) {
  const left = excerpt.rowCount - excerpt.rows.length
  const change = (column: ColumnGuess, meaning: ColumnMeaning) =>
    onChange({
      ...table,
      columns: table.columns.map((one) => (one.column === column.column ? { ...one, meaning } : one)),
    })
  return (
    <>
      <div className="scroll-x">
        <table className="data-table bring-rows">
          <caption className="visually-hidden">{table.title}</caption>
          <thead>
            <tr>
              {table.columns.map((column) => (
                <th key={column.column} scope="col">
                  <select
                    className="select"
                    aria-label={bringWords.column(column.heading, column.column + 1)}
                    value={column.meaning}
                    onChange={(event) => change(column, event.target.value as ColumnMeaning)}
                  >
                    {Object.entries(meaningNames).map(([meaning, name]) => (
                      <option key={meaning} value={meaning}>
                        {name}
                      </option>
                    ))}
                  </select>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {excerpt.rows.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no other identity, and never move.
              <tr key={index} data-heading={index < table.headingRows || undefined}>
                {table.columns.map((column) => (
                  <td key={column.column} data-ignored={column.meaning === 'ignored' || undefined}>
                    {row[column.column] ?? ''}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {left > 0 ? <p className="small quiet">{bringWords.moreRows(left)}</p> : null}
    </>
  )
}

function GridChoices({ table, onChange }: Pick<MappingProps, 'table' | 'onChange'>) {
  const isGrid = table.columns.some((column) => column.meaning === 'value')
  return (
    <div className="bring-choices">
      {isGrid ? (
        <>
          <Choice
            label={bringWords.across}
            value={table.across ?? 'role'}
            names={bringWords.acrossNames}
            onChange={(across) => onChange({ ...table, across })}
          />
          <Choice
            label={bringWords.cells}
            value={table.cells ?? 'level'}
            names={bringWords.cellsNames}
            onChange={(cells) => onChange({ ...table, cells })}
          />
        </>
      ) : null}
      {table.title ? (
        <Choice
          label={bringWords.titleIs(table.title)}
          value={table.titleIs ?? 'none'}
          names={{ none: bringWords.titleOnly, ...bringWords.titleNames }}
          onChange={(titleIs) => onChange({ ...table, titleIs: titleIs === 'none' ? null : titleIs })}
        />
      ) : null}
      <Choice
        label={bringWords.headingRows}
        value={String(table.headingRows)}
        names={{ 0: '0', 1: '1', 2: '2', 3: '3', [table.headingRows]: String(table.headingRows) }}
        onChange={(rows) => onChange({ ...table, headingRows: Number(rows) })}
      />
    </div>
  )
}

function Choice<Key extends string>(props: {
  label: string
  value: NoInfer<Key>
  names: Readonly<Record<Key, string>>
  onChange: (value: Key) => void
}) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{props.label}</label>
      <select
        id={id}
        className="select"
        value={props.value}
        onChange={(event) => props.onChange(event.target.value as Key)}
      >
        {(Object.entries(props.names) as [Key, string][]).map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}
