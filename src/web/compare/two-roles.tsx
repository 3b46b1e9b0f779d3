// Which two roles stand side by side, and the button that swaps them.
import type { Framework } from '../../core/framework/framework.ts'
import { RolePicker } from '../role/role-picker.tsx'
import { compareWords } from '../words/compare.ts'

export function TwoRoles(props: {
  framework: Framework
  a: string
  b: string
  onChoose: (a: string, b: string) => void
}) {
  const { framework, a, b, onChoose } = props
  return (
    <div className="compare-choosers no-print">
      <RolePicker
        framework={framework}
        label={compareWords.first}
        value={a}
        onChange={(id) => onChoose(id, b)}
      />
      <RolePicker
        framework={framework}
        label={compareWords.second}
        value={b}
        onChange={(id) => onChoose(a, id)}
      />
      <button type="button" className="button" onClick={() => onChoose(b, a)}>
        {compareWords.swap}
      </button>
    </div>
  )
}
