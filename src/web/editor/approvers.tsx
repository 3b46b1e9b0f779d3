// Who approved a version: names as they are typed, each with a day.
import { useId } from 'react'
import { today } from '../data/today.ts'
import { publishWords } from '../words/editor.ts'

interface Approver {
  name: string
  date: string
}

export function Approvers(props: { approvers: Approver[]; onChange: (approvers: Approver[]) => void }) {
  const { approvers, onChange } = props
  const id = useId()
  const put = (index: number, part: Partial<Approver>) =>
    onChange(approvers.map((one, place) => (place === index ? { ...one, ...part } : one)))
  return (
    <fieldset className="stack-s editor-approvers">
      <legend>{publishWords.approvers}</legend>
      <span className="field-hint">{publishWords.approversHint}</span>
      {approvers.map(({ name, date }, index) => {
        // Names repeat and change while they are typed, so that only the place tells one line from another.
        const line = `${id}-${index}`
        return (
          <div key={line} className="editor-approver">
            <div className="field">
              <label htmlFor={`${line}-name`}>{publishWords.approver}</label>
              <input
                id={`${line}-name`}
                className="input"
                value={name}
                onChange={(event) => put(index, { name: event.target.value })}
              />
            </div>
            <div className="field">
              <label htmlFor={`${line}-date`}>{publishWords.approvedOn}</label>
              <input
                id={`${line}-date`}
                type="date"
                className="input"
                required
                value={date}
                onChange={(event) => put(index, { date: event.target.value })}
              />
            </div>
            <button
              type="button"
              className="button"
              data-look="plain"
              onClick={() => onChange(approvers.filter((_, place) => place !== index))}
            >
              {publishWords.removeApprover(name)}
            </button>
          </div>
        )
      })}
      <div>
        <button
          type="button"
          className="button"
          onClick={() => onChange([...approvers, { name: '', date: today() }])}
        >
          {publishWords.addApprover}
        </button>
      </div>
    </fieldset>
  )
}
