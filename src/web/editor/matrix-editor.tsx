// What every role expects of every skill, in one table that the keyboard edits.
import { useId } from 'react'
import type { Expectation, Framework, Weight } from '../../core/framework/framework.ts'
import { skillOfPath } from '../../core/revision/skill-path.ts'
import { editorWords } from '../words/editor.ts'
import { weightWords } from '../words/level.ts'
import type { ReportEntry } from './api-drafts.ts'
import { DraftFindings } from './draft-findings.tsx'
import type { DraftKeeper, KeptFile } from './draft-keeper.ts'
import { fileName } from './file-names.ts'
import { FIRST_WEIGHT, useMatrix } from './use-matrix.ts'

interface Props {
  file: KeptFile
  files: readonly KeptFile[]
  /** The published version: names and order of roles, and the scale. */
  framework: Framework
  keeper: DraftKeeper
  entries: readonly ReportEntry[]
  isFresh: boolean
}

export function MatrixEditor({ file, files, framework, keeper, entries, isFresh }: Props) {
  const skills = skillRows(files, framework)
  const matrix = useMatrix({
    text: file.text ?? '',
    roles: framework.roles.map((role) => role.id),
    skills: skills.map((skill) => skill.id),
    top: framework.scale.length - 1,
    onChange: (text) => keeper.change(file.path, text),
  })
  const [chosenSkill, chosenRole] = [skills[matrix.at.row], framework.roles[matrix.at.column]]
  if (!matrix.canEdit) return <p>{editorWords.matrixCannot}</p>
  return (
    <div className="stack">
      <p className="small quiet" id="matrix-help">
        {editorWords.matrixHelp(framework.scale.length - 1)}
      </p>
      <div className="scroll-x editor-matrix">
        {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are edited is a grid. */}
        <table ref={matrix.grid} role="grid" aria-label={editorWords.matrix} aria-describedby="matrix-help">
          <thead>
            <tr>
              <td />
              {framework.roles.map((role) => (
                <th key={role.id} scope="col">
                  <abbr title={role.name}>{role.code}</abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {skills.map((skill, row) => (
              <tr key={skill.id}>
                <th scope="row">{skill.name}</th>
                {framework.roles.map((role, column) => {
                  const { level, weight } = matrix.valueAt(role.id, skill.id)
                  return (
                    <td
                      key={role.id}
                      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the cell of a grid takes the keyboard.
                      role="gridcell"
                      tabIndex={matrix.at.row === row && matrix.at.column === column ? 0 : -1}
                      data-cell={`${row}-${column}`}
                      data-weight={weight}
                      aria-label={editorWords.cell(skill.name, role.name, level, weightWords[weight] ?? '')}
                      onFocus={() => matrix.setAt({ row, column })}
                      onKeyDown={(event) => matrix.onKeyDown(event, row, column)}
                    >
                      {level === 0 ? '' : level}
                      {level === 0 ? null : <span aria-hidden="true">{'·'.repeat(weight)}</span>}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <CellChoices
        key={`${chosenSkill?.id}-${chosenRole?.id}`}
        label={`${chosenSkill?.name ?? ''}, ${chosenRole?.name ?? ''}`}
        value={matrix.valueAt(chosenRole?.id ?? '', chosenSkill?.id ?? '')}
        top={framework.scale.length - 1}
        onChange={(next) => matrix.set(chosenRole?.id ?? '', chosenSkill?.id ?? '', next)}
      />
      <DraftFindings
        entries={entries.filter((entry) => entry.file === file.path)}
        isFresh={isFresh}
        onLine={matrix.goToLine}
      />
    </div>
  )
}

/** The chosen cell without a keyboard. */
function CellChoices(props: {
  label: string
  value: Expectation
  top: number
  onChange: (next: Expectation) => void
}) {
  const id = useId()
  const { label, value, top, onChange } = props
  return (
    <fieldset className="editor-cell">
      <legend>{label}</legend>
      <div className="field">
        <label htmlFor={`${id}-level`}>{editorWords.cellLevel}</label>
        <select
          id={`${id}-level`}
          className="select"
          value={value.level}
          onChange={(event) => {
            const level = Number(event.target.value)
            const weight = value.weight === 0 ? FIRST_WEIGHT : value.weight
            onChange(level === 0 ? { level: 0, weight: 0 } : { level, weight })
          }}
        >
          {Array.from({ length: top + 1 }, (_, level) => String(level)).map((level) => (
            <option key={level} value={level}>
              {level === '0' ? weightWords[0] : level}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}-weight`}>{editorWords.cellWeight}</label>
        <select
          id={`${id}-weight`}
          className="select"
          value={value.weight}
          disabled={value.level === 0}
          onChange={(event) => onChange({ ...value, weight: Number(event.target.value) as Weight })}
        >
          {(value.level === 0 ? [0] : [1, 2, 3]).map((weight) => (
            <option key={weight} value={weight}>
              {weightWords[weight]}
            </option>
          ))}
        </select>
      </div>
    </fieldset>
  )
}

/** In the published order; what the draft added stands at the end, what it removes is gone. */
function skillRows(files: readonly KeptFile[], framework: Framework): { id: string; name: string }[] {
  const inDraft = new Map(
    files.flatMap((file) => {
      const id = skillOfPath(file.path)
      return id === null || file.text === null ? [] : [[id, fileName(file.path, file.text)] as const]
    }),
  )
  const published = framework.skills.map((skill) => skill.id).filter((id) => inDraft.has(id))
  const added = [...inDraft.keys()].filter((id) => !published.includes(id))
  return [...published, ...added].map((id) => ({ id, name: inDraft.get(id) ?? id }))
}
