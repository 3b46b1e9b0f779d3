// The people and their ratings as a table, for a purpose that stands in it.
import { useId, useState } from 'react'
import { peopleWords } from '../words/people.ts'

type Purpose = keyof typeof peopleWords.purposes

export function PeopleExport() {
  const id = useId()
  const [purpose, setPurpose] = useState<Purpose>('development')
  const [withMe, setWithMe] = useState(false)
  const href = (form: string) =>
    `/api/people-grid?form=${form}&purpose=${purpose}&me=${withMe ? 'yes' : 'no'}`
  return (
    <>
      <p>{peopleWords.exportText}</p>
      <div className="field">
        <label htmlFor={`${id}-purpose`}>{peopleWords.purpose}</label>
        <select
          id={`${id}-purpose`}
          className="select people-narrow"
          value={purpose}
          aria-describedby={`${id}-hint`}
          onChange={(event) => setPurpose(event.target.value as Purpose)}
        >
          {(Object.keys(peopleWords.purposes) as Purpose[]).map((one) => (
            <option key={one} value={one}>
              {peopleWords.purposes[one]}
            </option>
          ))}
        </select>
        <span id={`${id}-hint`} className="field-hint">
          {peopleWords.purposeHint}
        </span>
      </div>
      <label className="tick">
        <input type="checkbox" checked={withMe} onChange={(event) => setWithMe(event.target.checked)} />
        <span>{peopleWords.withMe}</span>
      </label>
      <div className="actions">
        <a className="button" href={href('csv')} download>
          {peopleWords.csv}
        </a>
        <a className="button" href={href('xlsx')} download>
          {peopleWords.xlsx}
        </a>
      </div>
    </>
  )
}
