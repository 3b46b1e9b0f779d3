// Reads an export back: first a look at what it holds, then all of it or nothing.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { MOST_EXPORT_BYTES } from '../../core/export/largest-export.ts'
import { ApiError, newId } from '../api.ts'
import { useSession } from '../data/use-session.ts'
import { ProblemLine } from '../parts/problem-line.tsx'
import { Reading } from '../parts/reading.tsx'
import { countsInWords } from '../words/counts.ts'
import { dateWords } from '../words/date.ts'
import { importWords, settingsWords } from '../words/settings.ts'
import { importExport } from './api-own-data.ts'
import {
  type ExportPart,
  type ImportPreview,
  LEFT_OUT_IN_A_TEAM,
  previewExport,
  withoutParts,
} from './preview-export.ts'

interface Chosen {
  name: string
  key: string
  preview: ImportPreview
  /** What is not to be brought. */
  leftOut: ReadonlySet<ExportPart>
}

export function Import() {
  const queries = useQueryClient()
  const isTeam = useSession()?.kind === 'team'
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [trouble, setTrouble] = useState('')
  const bring = useMutation({
    mutationFn: async ({ preview, key, leftOut }: Chosen) => {
      const outcome = await importExport(withoutParts(preview.content, leftOut), key)
      if (!outcome.ok) throw new ApiError(outcome.failure)
      return outcome.value
    },
    onSuccess: () => {
      clear()
      return queries.invalidateQueries()
    },
  })
  const clear = () => {
    setChosen(null)
    setTrouble('')
  }
  const look = async (file: File | undefined) => {
    bring.reset()
    setChosen(null)
    setTrouble('')
    if (!file) return
    if (file.size > MOST_EXPORT_BYTES) return setTrouble(settingsWords.importTooLarge)
    const preview = previewExport(await file.text())
    if (preview === 'not-json') return setTrouble(settingsWords.importNotJson)
    if (preview === 'foreign') return setTrouble(settingsWords.importForeign)
    const leftOut = new Set<ExportPart>(isTeam ? LEFT_OUT_IN_A_TEAM : [])
    setChosen({ name: file.name, key: newId(), preview, leftOut })
  }
  return (
    <>
      <p>{settingsWords.importText}</p>
      <div className="field">
        <label htmlFor="import-file">{settingsWords.importFile}</label>
        <input
          id="import-file"
          type="file"
          accept=".json,application/json"
          className="input"
          onChange={(event) => {
            void look(event.target.files?.[0])
            // So that the same file, mended, is read again.
            event.target.value = ''
          }}
        />
        {trouble ? (
          <span className="field-error" role="alert">
            {trouble}
          </span>
        ) : null}
      </div>
      {chosen ? (
        <div className="notice">
          <p>{settingsWords.importHolds(chosen.name, dateWords.minute(chosen.preview.exportedAt))}</p>
          <ul className="marked-list">
            {chosen.preview.counts.map((entry) => (
              <li key={entry.name}>{settingsWords.importEntry(entry.name, entry.count)}</li>
            ))}
          </ul>
          <fieldset className="stack-s">
            <legend>{importWords.bring}</legend>
            {chosen.preview.parts.map(({ part, count }) => (
              <label key={part} className="tick">
                <input
                  type="checkbox"
                  checked={!chosen.leftOut.has(part)}
                  onChange={(event) => {
                    const leftOut = new Set(chosen.leftOut)
                    if (event.target.checked) leftOut.delete(part)
                    else leftOut.add(part)
                    // Another choice is another request: its key must not repeat the answer to the one before.
                    setChosen({ ...chosen, key: newId(), leftOut })
                  }}
                />{' '}
                <span>{settingsWords.importEntry(importWords.parts[part], count)}</span>
              </label>
            ))}
          </fieldset>
          <p className="small quiet">{isTeam ? importWords.onlyYouInTeam : importWords.onlyYou}</p>
          <div className="actions">
            <button
              type="button"
              className="button"
              data-look="main"
              disabled={bring.isPending}
              onClick={() => bring.mutate(chosen)}
            >
              {bring.isPending ? settingsWords.importing : settingsWords.importDo}
            </button>
            <button type="button" className="button" data-look="plain" onClick={clear}>
              {settingsWords.importCancel}
            </button>
          </div>
        </div>
      ) : null}
      <ProblemLine error={bring.error} />
      <Reading>
        {bring.data
          ? settingsWords.importDone(countsInWords(bring.data.added), countsInWords(bring.data.kept))
          : ''}
      </Reading>
    </>
  )
}
