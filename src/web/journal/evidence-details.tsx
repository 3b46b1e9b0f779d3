// The rest of an entry: people, links and the kind of work.
import type { EvidenceTemplate } from '../../core/evidence/evidence.ts'
import type { KeptPerson } from '../../core/person/kept-person.ts'
import { evidenceWords } from '../words/evidence.ts'
import type { TypedEvidence } from './typed-evidence.ts'

interface Props {
  /** Begins the ids of the fields. */
  id: string
  typed: TypedEvidence
  people: readonly KeptPerson[]
  put: (part: Partial<TypedEvidence>) => void
}

const KINDS = Object.keys(evidenceWords.kinds) as EvidenceTemplate[]

export function EvidenceDetails({ id, typed, people, put }: Props) {
  return (
    <div className="stack">
      <div className="field">
        <label htmlFor={`${id}-people`}>{evidenceWords.people}</label>
        <input
          id={`${id}-people`}
          className="input"
          autoComplete="off"
          list={`${id}-known`}
          value={typed.people}
          aria-describedby={`${id}-people-hint`}
          onChange={(event) => put({ people: event.target.value })}
        />
        <datalist id={`${id}-known`}>
          {people.map((person) => (
            <option key={person.id} value={person.displayName} />
          ))}
        </datalist>
        <span id={`${id}-people-hint`} className="field-hint">
          {evidenceWords.peopleHint}
        </span>
      </div>
      <div className="field">
        <label htmlFor={`${id}-links`}>{evidenceWords.links}</label>
        <input
          id={`${id}-links`}
          className="input"
          autoComplete="off"
          spellCheck={false}
          value={typed.links.replaceAll('\n', ' ')}
          aria-describedby={`${id}-links-hint`}
          onChange={(event) => put({ links: event.target.value })}
        />
        <span id={`${id}-links-hint`} className="field-hint">
          {evidenceWords.linksHint}
        </span>
      </div>
      <fieldset>
        <legend className="field-label">{evidenceWords.kind}</legend>
        <div className="choices">
          {KINDS.map((kind) => (
            <label key={kind} className="choice">
              <input
                type="radio"
                name={`${id}-kind`}
                checked={typed.template === kind}
                onChange={() => put({ template: kind })}
              />
              <span>{evidenceWords.kinds[kind]}</span>
            </label>
          ))}
        </div>
      </fieldset>
    </div>
  )
}
