// What was understood of a file: what it is, what it holds, and what was left out, assumed or remarked.
import {
  assumptionsInWords,
  countsInWords,
  IMPORT_KIND_NAMES,
  placeInWords,
} from '../../core/importing/import-words.ts'
import type { SentImport } from '../framework/api-frameworks.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { bringWords } from '../words/bring.ts'

export function BringRecognised({ sent }: { sent: SentImport }) {
  const { kind, sure, why, understood, ratings, problems, framework } = sent.reading
  return (
    <div className="stack">
      {kind === null ? null : (
        <p className="lead">{bringWords.recognised(IMPORT_KIND_NAMES[kind], bringWords.sure(sure))}</p>
      )}
      {kind === null ? null : <p className="quiet">{why}</p>}
      {understood.length > 0 ? <p>{bringWords.understood(countsInWords(understood))}</p> : null}
      {problems.length > 0 || (framework === null && ratings.length === 0) ? (
        <div className="notice" data-tone="trouble" role="alert">
          {framework === null && ratings.length === 0 ? (
            <p className="field-error">{bringWords.notUnderstood}</p>
          ) : null}
          <ul className="marked-list">
            {problems.map(({ place, message, mend }) => (
              <li key={`${placeInWords(place)} ${message}`}>
                {placeInWords(place)}: {message} {mend}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  )
}

/** Beyond this a list is read by nobody; the command line gives all of it. */
const SHOWN = 200

export function BringDetails({ sent }: { sent: SentImport }) {
  const { losses, framework } = sent.reading
  const left = sent.warningCount - sent.warnings.length
  return (
    <div>
      {losses.length === 0 ? (
        <p className="small quiet">{bringWords.noLosses}</p>
      ) : (
        <Disclosure summary={bringWords.losses(losses.length)}>
          <ul className="marked-list">
            {losses.slice(0, SHOWN).map(({ place, what, why }) => (
              <li key={`${placeInWords(place)} ${what} ${why}`}>
                <strong>{placeInWords(place)}</strong>: {what}. <span className="quiet">{why}</span>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {framework && framework.assumptions.length > 0 ? (
        <Disclosure summary={bringWords.assumptions}>
          <ul className="marked-list">
            {assumptionsInWords(framework.assumptions).map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
      {sent.warningCount > 0 ? (
        <Disclosure summary={bringWords.lint(sent.warningCount)}>
          <ul className="marked-list">
            {sent.warnings.map(({ file, message, mend }) => (
              <li key={`${file} ${message}`}>
                {message} <span className="quiet">{mend}</span>
              </li>
            ))}
          </ul>
          {left > 0 ? <p className="quiet">{bringWords.lintMore(left)}</p> : null}
        </Disclosure>
      ) : null}
    </div>
  )
}
