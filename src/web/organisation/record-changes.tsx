// Every change of somebody's record, the latest first; an administrator of people can take one back.

import { ProblemLine } from '../parts/problem-line.tsx'
import { dateWords } from '../words/date.ts'
import { fileWords, recordWords as words } from '../words/organisation.ts'
import { type PersonRecord, undoListChange } from './api-people-admin.ts'
import { useOrganisationChange } from './organisation-queries.ts'
import { Working } from './working.tsx'

export function RecordChanges({ record, mayUndo }: { record: PersonRecord; mayUndo: boolean }) {
  const undo = useOrganisationChange(undoListChange)
  const goingBack = undo.isPending ? record.changes.find(({ id }) => id === undo.variables) : undefined
  return (
    <section className="section">
      <h2>{words.history}</h2>
      <div aria-live="polite">
        {goingBack === undefined || goingBack.people === 1 ? null : (
          <Working text={fileWords.undoing(goingBack.people)} />
        )}
      </div>
      <p aria-live="polite">
        {undo.data === undefined ? null : words.wasUndone}{' '}
        {undo.data !== undefined && undo.data.left.length > 0
          ? words.staysLeft(undo.data.left.join(', '))
          : null}
      </p>
      <ProblemLine error={undo.error} />
      {record.changes.length === 0 ? <p>{words.noHistory}</p> : null}
      <ul className="organisation-changes">
        {record.changes.map((change) => (
          <li key={change.id}>
            <div>
              {change.says.map((says) => (
                <p key={says}>{says}</p>
              ))}
              <p className="small quiet">
                {dateWords.minute(change.madeAt)}, {words.by(change.madeBy, change.source, change.label)}.{' '}
                {change.undoneAt === null ? null : words.undone}{' '}
                {change.people > 1 && change.undoneAt === null && change.source !== 'undo'
                  ? words.undoMany(change.people)
                  : null}
              </p>
            </div>
            {mayUndo && change.undoneAt === null && change.source !== 'undo' ? (
              <button
                type="button"
                className="button no-print"
                data-look="plain"
                aria-label={words.undoOf(change.says.join('; '))}
                disabled={undo.isPending}
                onClick={() => undo.mutate(change.id)}
              >
                {words.undo}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
