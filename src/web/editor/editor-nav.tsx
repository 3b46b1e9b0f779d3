// What can be edited: the matrix, the files, every skill, each with its findings; and a new skill.
import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { skillOfPath } from '../../core/revision/skill-path.ts'
import { editorWords } from '../words/editor.ts'
import type { ReportEntry } from './api-drafts.ts'
import type { DraftKeeper, KeptFile } from './draft-keeper.ts'
import { EXPECTATIONS, fileName, firstGroup, idFromName, newSkillText } from './file-names.ts'

interface Props {
  /** While the draft ends nothing else is opened. */
  inert: boolean
  id: string
  files: readonly KeptFile[]
  entries: readonly ReportEntry[]
  keeper: DraftKeeper
  /** The path that is open, or `publish`. */
  open: string
}

export function EditorNav({ id, files, entries, keeper, open, inert }: Props) {
  const others = Object.keys(editorWords.fileNames)
  const skills = files
    .filter((file) => skillOfPath(file.path) !== null && file.text !== null)
    .toSorted((a, b) => fileName(a.path, a.text).localeCompare(fileName(b.path, b.text)))
  const entry = (path: string, name: string) => (
    <li key={path}>
      <Link
        to="/frameworks/$id/edit"
        params={{ id }}
        search={{ file: path }}
        resetScroll={false}
        aria-current={open === path ? 'page' : undefined}
      >
        {name}
      </Link>
      <Marks file={files.find((file) => file.path === path)} entries={entries} path={path} />
    </li>
  )
  return (
    <nav className="editor-nav stack" aria-label={editorWords.files} inert={inert}>
      <ul>
        <li>
          <Link
            to="/frameworks/$id/edit"
            params={{ id }}
            search={{ file: 'publish' }}
            resetScroll={false}
            aria-current={open === 'publish' ? 'page' : undefined}
          >
            {editorWords.publish}
          </Link>
        </li>
        {entry(EXPECTATIONS, editorWords.matrix)}
        {others.map((path) => entry(path, editorWords.fileNames[path] ?? path))}
      </ul>
      <h2>{editorWords.skills}</h2>
      <ul>{skills.map((file) => entry(file.path, fileName(file.path, file.text)))}</ul>
      <NewSkill files={files} keeper={keeper} />
    </nav>
  )
}

function Marks(props: { file: KeptFile | undefined; entries: readonly ReportEntry[]; path: string }) {
  const errors = props.entries.filter((one) => one.file === props.path && one.severity === 'error').length
  return (
    <span className="small quiet">
      {props.file?.changed ? ` ${editorWords.changed}` : ''}
      {errors > 0 ? ` ${errors} ${editorWords.severity.error}` : ''}
    </span>
  )
}

function NewSkill({ files, keeper }: { files: readonly KeptFile[]; keeper: DraftKeeper }) {
  const id = useId()
  const [name, setName] = useState<string | null>(null)
  if (name === null)
    return (
      <button type="button" className="button" onClick={() => setName('')}>
        {editorWords.newSkill}
      </button>
    )
  const path = `skills/${idFromName(name)}.md`
  const isTaken = files.some((file) => file.path === path && file.text !== null)
  return (
    <form
      className="stack-s"
      onSubmit={(event) => {
        event.preventDefault()
        if (isTaken || idFromName(name) === '') return
        const yaml = files.find((file) => file.path === 'framework.yaml')?.text ?? null
        keeper.change(path, newSkillText(name.trim(), firstGroup(yaml)))
        setName(null)
      }}
    >
      <div className="field">
        <label htmlFor={id}>{editorWords.newSkillName}</label>
        <input id={id} className="input" value={name} onChange={(event) => setName(event.target.value)} />
        {isTaken ? <span className="field-error">{editorWords.newSkillTaken}</span> : null}
      </div>
      <button type="submit" className="button" disabled={isTaken || idFromName(name) === ''}>
        {editorWords.newSkillAdd}
      </button>
    </form>
  )
}
