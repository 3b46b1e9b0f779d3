// One file of a framework as text, with a form and what lint says about it beside; a finding leads to its line.
import { useId, useRef } from 'react'
import { skillOfPath } from '../../core/revision/skill-path.ts'
import { editorWords } from '../words/editor.ts'
import type { ReportEntry } from './api-drafts.ts'
import { DraftFindings } from './draft-findings.tsx'
import { FileForm, type FileFormProps } from './file-form.tsx'
import { fileName } from './file-names.ts'

const WITH_FORM = ['roles.yaml', 'moves.yaml']

interface Props extends FileFormProps {
  entries: readonly ReportEntry[]
  isFresh: boolean
}

export function FileEditor(props: Props) {
  const { file, keeper, entries, isFresh } = props
  const id = useId()
  const text = useRef<HTMLTextAreaElement>(null)
  const name = fileName(file.path, file.text)
  const hasForm = WITH_FORM.includes(file.path) || skillOfPath(file.path) !== null
  if (file.text === null)
    return (
      <div className="stack">
        <p>{editorWords.removed}</p>
      </div>
    )
  return (
    <div className="editor-file" data-form={hasForm || undefined}>
      {hasForm ? (
        <FileForm
          {...props}
          onEntry={(at) => text.current && scrollTo(text.current, lineOfEntry(text.current.value, at))}
        />
      ) : null}
      <div className="field editor-field">
        <label htmlFor={id}>{editorWords.textOf(name)}</label>
        <textarea
          id={id}
          ref={text}
          className="input editor-text"
          value={file.text}
          spellCheck={file.path.endsWith('.md')}
          wrap="soft"
          aria-describedby={`${id}-hint`}
          onChange={(event) => keeper.change(file.path, event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') event.currentTarget.blur()
          }}
        />
        <span id={`${id}-hint`} className="field-hint">
          <code>{file.path}</code>
        </span>
      </div>
      <DraftFindings
        entries={entries.filter((entry) => entry.file === file.path)}
        isFresh={isFresh}
        onLine={(line) => text.current && goToLine(text.current, line)}
      />
    </div>
  )
}

/** The line on which an entry of roles.yaml or moves.yaml begins. Entries are counted from 0, lines from 1. */
function lineOfEntry(source: string, at: number): number {
  const lines = source.split('\n')
  const list = lines.findIndex((line) => /^(roles|moves):/.test(line))
  const dash = /^\s*-\s/.exec(lines.slice(list).find((line) => /^\s*-\s/.test(line)) ?? '')?.[0] ?? '- '
  const starts = lines.flatMap((line, index) => (index > list && line.startsWith(dash) ? [index + 1] : []))
  return starts[at] ?? 1
}

/** Selects the line, and brings it to where it can be read. */
function goToLine(area: HTMLTextAreaElement, line: number): void {
  const lines = area.value.split('\n')
  const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0)
  area.focus()
  area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0))
  scrollTo(area, line)
}

/** A long line wraps, so that this is only near; where a line is selected the browser brings it into view itself. */
function scrollTo(area: HTMLTextAreaElement, line: number): void {
  const lines = area.value.split('\n').length
  area.scrollTop = (area.scrollHeight / Math.max(1, lines)) * Math.max(0, line - 4)
}
