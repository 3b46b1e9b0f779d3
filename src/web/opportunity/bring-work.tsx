// Pieces of work from a table: looked at first, kept only then.
import { useMutation } from '@tanstack/react-query'
import { type ChangeEvent, useId, useState } from 'react'
import type { Framework } from '../../core/framework/framework.ts'
import { quarterName } from '../../core/opportunity/quarter.ts'
import { newId } from '../api.ts'
import { ProblemLine } from '../parts/problem-line.tsx'
import { skillName } from '../words/names.ts'
import { kindWords, opportunityWords } from '../words/opportunities.ts'
import { bringWork, readTableOfWork, removeOpportunity } from './api-opportunities.ts'
import { type Planner, taken } from './use-planner.ts'

const words = opportunityWords.bring

export function BringWork(props: {
  framework: Framework
  digest: string
  planner: Planner
  quarter: string
  onDone: () => void
}) {
  const { framework, digest, planner, quarter, onDone } = props
  const id = useId()
  const [text, setText] = useState('')
  const [key] = useState(newId)
  const look = useMutation({ mutationFn: (table: string) => taken(readTableOfWork(table, quarter)) })
  const found = look.data
  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0]
    // The same file may be chosen again, once it is mended.
    event.target.value = ''
    if (file === undefined) return
    const table = await file.text()
    setText(table)
    look.mutate(table)
  }
  const keep = () =>
    planner.once(
      async () => {
        const kept = await taken(bringWork(digest, found?.opportunities ?? [], key))
        const run = async () => {
          for (const one of kept) await taken(removeOpportunity(one.id, one.revisionId))
        }
        return { what: words.kept(kept.length), run }
      },
      { onSuccess: onDone },
    )
  return (
    <div className="bring-work stack">
      <div className="field">
        <label htmlFor={`${id}-text`}>{words.label}</label>
        <textarea
          id={`${id}-text`}
          className="input"
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            look.reset()
          }}
        />
        <p className="field-hint">{words.hint}</p>
      </div>
      <div className="field">
        <label htmlFor={`${id}-file`}>{words.file}</label>
        <input
          id={`${id}-file`}
          className="input"
          type="file"
          accept=".csv,.tsv,.txt,text/csv"
          onChange={choose}
        />
      </div>
      <div className="actions">
        <button
          type="button"
          className="button"
          disabled={text.trim() === ''}
          onClick={() => look.mutate(text)}
        >
          {words.look}
        </button>
        <button type="button" className="button" data-look="plain" onClick={onDone}>
          {opportunityWords.form.cancel}
        </button>
      </div>
      <ProblemLine error={look.error} />
      {found === undefined ? null : (
        <div className="stack-s" role="status">
          <p>
            <strong>
              {found.opportunities.length === 0 ? words.nothing : words.found(found.opportunities.length)}
            </strong>
          </p>
          <ul className="work-list">
            {found.opportunities.map((one) => (
              <li key={one.line}>
                <p>
                  {one.title} <span className="work-kind">{kindWords[one.kind].name}</span>
                </p>
                <p className="small quiet">
                  {[
                    quarterName(one.quarter),
                    opportunityWords.workLine(one.people, one.weeks),
                    ...one.skills.map(({ skill, level }) =>
                      opportunityWords.mine.level(skillName(framework, skill), level),
                    ),
                  ].join(' · ')}
                </p>
              </li>
            ))}
          </ul>
          {found.notes.length === 0 ? null : (
            <ul className="marked-list small">
              {found.notes.map(({ line, message }) => (
                <li key={`${line} ${message}`}>{words.line(line, message)}</li>
              ))}
            </ul>
          )}
          {found.opportunities.length === 0 ? null : (
            <button
              type="button"
              className="button"
              data-look="main"
              disabled={planner.act.isPending}
              onClick={keep}
            >
              {words.keep(found.opportunities.length)}
            </button>
          )}
        </div>
      )}
    </div>
  )
}
