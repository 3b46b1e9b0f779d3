// What lint says about one file of a draft; each finding leads to its line.

import { editorWords } from '../words/editor.ts'
import type { ReportEntry } from './api-drafts.ts'

export function DraftFindings(props: {
  entries: readonly ReportEntry[]
  isFresh: boolean
  onLine: (line: number) => void
}) {
  return (
    <section className="editor-findings stack-s" aria-busy={!props.isFresh}>
      <h3>
        {editorWords.report} <span className="quiet">{props.entries.length}</span>
      </h3>
      {props.entries.length === 0 ? (
        <p className="small quiet">{props.isFresh ? editorWords.reportClean : editorWords.reportWaiting}</p>
      ) : null}
      <ul>
        {props.entries.map((entry) => (
          <li key={`${entry.line}-${entry.kind}-${entry.message}`} data-severity={entry.severity}>
            <p className="small">
              {entry.line === null ? (
                <strong>{editorWords.wholeFile}</strong>
              ) : (
                <button type="button" className="editor-line" onClick={() => props.onLine(entry.line ?? 1)}>
                  {editorWords.line(entry.line)}
                </button>
              )}{' '}
              <span className="quiet">{editorWords.severity[entry.severity]}</span>
            </p>
            <p className="small">{entry.message}</p>
            <p className="small quiet">{entry.mend}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
