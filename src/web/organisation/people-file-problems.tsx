// The places of a file of people that have to be mended first; a line can be mended here.
import { type FormEvent, useState } from 'react'
import { fileWords as words } from '../words/organisation.ts'
import type { FilePreview } from './api-people-admin.ts'

interface Props {
  preview: FilePreview
  onMended: (text: string) => void
}

export function PeopleFileProblems({ preview, onMended }: Props) {
  const lines = preview.text?.split(/\r\n|\r|\n/) ?? null
  const [mended, setMended] = useState<ReadonlyMap<number, string>>(new Map())
  const byLine = new Map<number, FilePreview['problems']>()
  for (const problem of preview.problems)
    byLine.set(problem.line, [...(byLine.get(problem.line) ?? []), problem])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (lines !== null) onMended(lines.map((text, at) => mended.get(at + 1) ?? text).join('\n'))
  }
  return (
    <form className="notice" onSubmit={submit}>
      <h2>{words.problems(preview.problemCount)}</h2>
      <p>{words.problemsHelp}</p>
      <ul className="organisation-mend">
        {[...byLine].map(([line, problems]) => (
          <li key={line}>
            <p className="small quiet">{words.line(line)}</p>
            {problems.map(({ message, mend }) => (
              <p key={message}>
                {message} <span className="quiet">{mend}</span>
              </p>
            ))}
            {lines === null || line < 1 || lines[line - 1] === undefined ? null : (
              <input
                className="input"
                aria-label={words.lineText(line)}
                spellCheck={false}
                value={mended.get(line) ?? lines[line - 1]}
                onChange={(event) => setMended(new Map(mended).set(line, event.target.value))}
              />
            )}
          </li>
        ))}
      </ul>
      {lines === null ? null : (
        <button type="submit" className="button" data-look="main">
          {words.again}
        </button>
      )}
    </form>
  )
}
