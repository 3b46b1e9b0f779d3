// The views of several people: what each shows, to whom and of whom, whether it is on and what for.
import { useSuspenseQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { sheetWords } from '../../core/organisation/sheet-words.ts'
import { VIEW_WORDS } from '../../core/organisation/view-words.ts'
import { VIEWS, type ViewOfSeveral } from '../../core/organisation/views.ts'
import { useSession } from '../data/use-session.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { ProblemLine } from '../parts/problem-line.tsx'
import { TextField } from '../parts/text-field.tsx'
import { Missing } from '../parts/trouble.tsx'
import { dateWords } from '../words/date.ts'
import { organisationWords, viewPageWords as words } from '../words/organisation.ts'
import { switchViewOff, switchViewOn, type ViewSwitchEntry } from './api-people-admin.ts'
import { OrganisationLink } from './organisation-link.tsx'
import { useOrganisationChange, viewSwitchesQuery } from './organisation-queries.ts'
import './organisation.css'

export function OrganisationViewsPage() {
  const session = useSession()
  if (session === undefined) return null
  if (session.kind !== 'team') return <Missing />
  const maySwitch = session.adminOf.includes('views')
  return (
    <div className="organisation">
      <PageHead title={organisationWords.views} eyebrow={<OrganisationLink />}>
        <p className="lead">{words.lead}</p>
        <p className="quiet">{maySwitch ? words.purposeHelp : words.mayNot}</p>
      </PageHead>
      <Views maySwitch={maySwitch} />
    </div>
  )
}

function Views({ maySwitch }: { maySwitch: boolean }) {
  const switches = useSuspenseQuery(viewSwitchesQuery).data
  return VIEWS.map((view) => (
    <View
      key={view}
      view={view}
      history={switches.filter((one) => one.view === view)}
      maySwitch={maySwitch}
    />
  ))
}

interface ViewProps {
  view: ViewOfSeveral
  history: ViewSwitchEntry[]
  maySwitch: boolean
}

function View({ view, history, maySwitch }: ViewProps) {
  const about = VIEW_WORDS[view]
  const on = history.find(({ endedAt }) => endedAt === null)
  const facts = [
    [sheetWords.shows, about.shows],
    [sheetWords.toWhom, about.toWhom],
    [sheetWords.ofWhom, about.ofWhom],
    [sheetWords.never, about.never],
  ] as const
  return (
    <section className="section sheet" aria-label={about.title}>
      <h2>{about.title}</h2>
      <p>
        {on === undefined ? sheetWords.isOff : sheetWords.isOn(dateWords.day(on.switchedOnAt), on.purpose)}
      </p>
      {maySwitch ? <Switch view={view} isOn={on !== undefined} /> : null}
      <details className="fold">
        <summary>{words.about}</summary>
        <dl>
          {facts.map(([name, text]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
        {history.length === 0 ? null : (
          <>
            <h3 className="answer-label">{words.history}</h3>
            <ul>
              {history.map((one) => (
                <li key={one.id}>
                  {words.was(
                    dateWords.day(one.switchedOnAt),
                    one.endedAt === null ? null : dateWords.day(one.endedAt),
                    one.purpose,
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
      </details>
    </section>
  )
}

/** A purpose is a sentence: the server takes no shorter one. */
const SHORTEST = 10

function Switch({ view, isOn }: { view: ViewOfSeveral; isOn: boolean }) {
  const [purpose, setPurpose] = useState('')
  const on = useOrganisationChange((given: string) => switchViewOn(view, given))
  const off = useOrganisationChange(() => switchViewOff(view))
  const isBusy = on.isPending || off.isPending
  const submit = (event: FormEvent) => {
    event.preventDefault()
    on.mutate(purpose, { onSuccess: () => setPurpose('') })
  }
  const statePurpose = (
    <form className="stack" onSubmit={submit}>
      <TextField label={words.purpose} most={500} value={purpose} onChange={setPurpose} />
      <button type="submit" className="button" disabled={isBusy || purpose.trim().length < SHORTEST}>
        {isOn ? words.newPurpose : words.on}
      </button>
    </form>
  )
  return (
    <div className="stack no-print">
      {isOn ? (
        <>
          <button type="button" className="button" disabled={isBusy} onClick={() => off.mutate(undefined)}>
            {words.off}
          </button>
          <Disclosure summary={words.newPurpose}>{statePurpose}</Disclosure>
        </>
      ) : (
        statePurpose
      )}
      <ProblemLine error={on.error ?? off.error} />
    </div>
  )
}
