// Who sees what, why, and for how long: to read, to print, to take along as text.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import type { Sheet, SheetSection, SheetView } from '../../core/organisation/sheet.ts'
import { sheetWords as words } from '../../core/organisation/sheet-words.ts'
import { useSession } from '../data/use-session.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { Fold } from '../parts/fold.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { TextField } from '../parts/text-field.tsx'
import { Missing } from '../parts/trouble.tsx'
import { dateWords } from '../words/date.ts'
import { sheetPageWords } from '../words/organisation.ts'
import { sheetQuery } from './organisation-queries.ts'
import './organisation.css'

export function OrganisationSheetPage() {
  const session = useSession()
  if (session === undefined) return null
  return session.kind === 'team' ? <SheetOf /> : <Missing />
}

function SheetOf() {
  const sheet: Sheet = useSuspenseQuery(sheetQuery).data
  return (
    <div className="organisation sheet">
      <PageHead title={words.title} {...(sheet.organisation === null ? {} : { eyebrow: sheet.organisation })}>
        <p className="lead">
          {words.lead} {words.madeOn(dateWords.day(sheet.madeOn))}
        </p>
        <div className="actions no-print">
          <button type="button" className="button" onClick={() => window.print()}>
            {sheetPageWords.print}
          </button>
          <a
            className="button"
            data-look="plain"
            href="/api/organisation/sheet?format=markdown"
            download="who-sees-what.md"
          >
            {sheetPageWords.save}
          </a>
        </div>
      </PageHead>
      <section className="section">
        <h2>{words.always}</h2>
        <ul className="marked-list">
          {words.principles.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      </section>
      <section className="section">
        <h2>{words.views}</h2>
        <p>{words.viewsLead}</p>
        <div>
          {sheet.views.map((view) => (
            <View key={view.title} view={view} />
          ))}
        </div>
      </section>
      <Kept sections={sheet.sections} />
    </div>
  )
}

/** Found by a word of it; on paper everything stands, whatever was looked for. */
function Kept({ sections }: { sections: readonly SheetSection[] }) {
  const [find, setFind] = useState('')
  const wanted = useDeferredValue(find.trim().toLowerCase())
  const isFound = (section: SheetSection) => JSON.stringify(section).toLowerCase().includes(wanted)
  const found = sections.filter(isFound).length
  return (
    <section className="section">
      <h2>{words.kept}</h2>
      <div className="no-print stack-s">
        <TextField
          label={sheetPageWords.find}
          hint={sheetPageWords.findHint}
          value={find}
          onChange={setFind}
        />
        <p className="small quiet" aria-live="polite">
          {found === 0 ? sheetPageWords.nothing(find.trim()) : sheetPageWords.found(found, sections.length)}
        </p>
      </div>
      <div>
        {sections.map((section) => (
          <div key={section.title} className="fold-entry" hidden={!isFound(section)}>
            <Section section={section} />
          </div>
        ))}
      </div>
    </section>
  )
}

function Facts({ facts }: { facts: readonly (readonly [string, string])[] }) {
  return (
    <dl>
      {facts.map(([name, text]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}

function View({ view }: { view: SheetView }) {
  const { title, on, shows, toWhom, ofWhom, never } = view
  return (
    <Fold title={title} aside={on === null ? words.isOff : words.isOn(dateWords.day(on.since), on.purpose)}>
      <Facts
        facts={[
          [words.shows, shows],
          [words.toWhom, toWhom],
          [words.ofWhom, ofWhom],
          [words.never, never],
        ]}
      />
    </Fold>
  )
}

function Section({ section }: { section: SheetSection }) {
  const { title, what, why, who, keeps, columns } = section
  return (
    <Fold title={title}>
      <p>{what}</p>
      <Facts
        facts={[
          [words.whatFor, why],
          ...who.map(({ may, words: says }) => [`${words.who} ${may}`, says] as const),
          [words.keeps, keeps.join('; ')],
        ]}
      />
      <Disclosure summary={`${words.columns} (${columns.length})`}>
        <table className="organisation-table">
          <thead>
            <tr>
              <th scope="col">{words.column}</th>
              <th scope="col">{words.about}</th>
              <th scope="col">{words.purpose}</th>
              <th scope="col">{words.keeps}</th>
            </tr>
          </thead>
          <tbody>
            {columns.map((column) => (
              <tr key={column.name}>
                <td>
                  <code>{column.name}</code>
                </td>
                <td>{column.about}</td>
                <td>{column.purpose}</td>
                <td className="sheet-keeps">{column.keeps}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Disclosure>
    </Fold>
  )
}
