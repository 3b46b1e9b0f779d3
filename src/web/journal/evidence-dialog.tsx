// The small window in which an entry is written or changed; what is typed survives the window and the program.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useId, useRef, useState } from 'react'
import type { Evidence, EvidenceContent } from '../../core/evidence/evidence.ts'
import { skillFailure } from '../../core/evidence/write-evidence.ts'
import type { Problem } from '../api.ts'
import { ApiError } from '../api.ts'
import { useFramework } from '../data/use-framework.ts'
import { useMe } from '../data/use-me.ts'
import { ProblemLine } from '../parts/problem-line.tsx'
import { peopleQuery } from '../person/people-queries.ts'
import { SheetOffer } from '../settings/sheet-offer.tsx'
import { evidenceWords } from '../words/evidence.ts'
import { EvidenceForm } from './evidence-form.tsx'
import type { KeptDraft } from './evidence-keeper.ts'
import { blankEvidence } from './typed-evidence.ts'
import {
  contentOf,
  evidenceKeeper,
  refreshEvidence,
  sendWaiting,
  useTakeBackEvidence,
} from './use-evidence.ts'
import '../parts/dialog.css'
import './evidence.css'

export { sendWaiting }

interface Props {
  /** The entry that is changed; a new one without. */
  entry?: Evidence
  onClose: () => void
  onChanged?: (before: Evidence, now: Evidence) => void
}

export function EvidenceDialog({ entry, onClose, onChanged }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const title = useId()
  const [kept, setKept] = useState<Evidence | 'waiting' | null>(null)
  const [round, setRound] = useState(0)
  useEffect(() => dialog.current?.showModal(), [])
  const close = () => dialog.current?.close()
  return (
    <dialog ref={dialog} className="dialog evidence-dialog" aria-labelledby={title} onClose={onClose}>
      <h2 id={title}>{entry === undefined ? evidenceWords.title : evidenceWords.changeTitle}</h2>
      {kept === null ? (
        <Writing
          key={round}
          {...(entry === undefined ? {} : { entry })}
          onClose={close}
          onKept={(now) => {
            if (entry === undefined || now === 'waiting') return setKept(now)
            onChanged?.(entry, now)
            close()
          }}
        />
      ) : (
        <Kept
          kept={kept}
          onClose={close}
          onAnother={() => {
            setKept(null)
            setRound(round + 1)
          }}
        />
      )}
    </dialog>
  )
}

function Writing(props: {
  entry?: Evidence
  onClose: () => void
  onKept: (kept: Evidence | 'waiting') => void
}) {
  const { entry } = props
  const framework = useFramework()
  const { digest } = useMe().framework
  const people = useQuery(peopleQuery).data ?? []
  const [unfinished] = useState(() => evidenceKeeper.unfinished(entry?.id ?? null))
  const [draft, setDraft] = useState<KeptDraft>(() => unfinished ?? begin(digest, entry))
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(false)
  const startAfresh = () => {
    evidenceKeeper.letGo(draft.id)
    setDraft(begin(digest, entry))
  }
  const keep = async (content: EvidenceContent) => {
    setBusy(true)
    // An entry about a skill that the version in use no longer has stays with the version it was written against.
    const fits = skillFailure(framework, content.skills) === null
    const frameworkDigest = fits ? digest : (entry?.frameworkDigest ?? digest)
    const outcome = await evidenceKeeper.keep({ ...draft, content, frameworkDigest })
    setBusy(false)
    if (outcome.kind === 'refused') {
      setDraft((before) => evidenceKeeper.unfinished(entry?.id ?? null) ?? before)
      return setProblem(outcome.problem)
    }
    if (outcome.kind === 'waiting') void sendWaiting()
    void refreshEvidence()
    props.onKept(outcome.kind === 'saved' ? outcome.entry : 'waiting')
  }
  return (
    <>
      {unfinished !== null && draft.id === unfinished.id ? (
        <p className="small quiet">
          {evidenceWords.unfinished}{' '}
          <button type="button" className="button" data-look="plain" onClick={startAfresh}>
            {evidenceWords.discard}
          </button>
        </p>
      ) : null}
      <EvidenceForm
        key={`${draft.id} ${unfinished === null}`}
        framework={framework}
        people={people}
        initial={draft.content}
        isNew={entry === undefined}
        isBusy={isBusy}
        onWrite={(content) =>
          content.text === '' ? evidenceKeeper.letGo(draft.id) : evidenceKeeper.write({ ...draft, content })
        }
        onKeep={(content) => void keep(content)}
        onCancel={() => {
          if (entry !== undefined) evidenceKeeper.letGo(draft.id)
          props.onClose()
        }}
      />
      <ProblemLine error={problem === null ? null : new ApiError(problem)} />
    </>
  )
}

function begin(digest: string, entry?: Evidence): KeptDraft {
  return evidenceKeeper.begin(digest, entry === undefined ? blankEvidence() : contentOf(entry), entry)
}

function Kept(props: { kept: Evidence | 'waiting'; onClose: () => void; onAnother: () => void }) {
  const { kept } = props
  const back = useTakeBackEvidence()
  if (back.isSuccess)
    return (
      <div className="stack">
        <p role="status">{evidenceWords.takenBack}</p>
        <div className="actions">
          <DoneButton onClose={props.onClose} />
        </div>
      </div>
    )
  return (
    <div className="stack">
      <p role="status">{kept === 'waiting' ? evidenceWords.waiting : evidenceWords.kept}</p>
      {kept === 'waiting' ? null : <SheetOffer onFollow={props.onClose} />}
      <ProblemLine error={back.error} />
      <div className="actions">
        <DoneButton onClose={props.onClose} />
        <button type="button" className="button" onClick={props.onAnother}>
          {evidenceWords.logAnother}
        </button>
        {kept === 'waiting' ? null : (
          <button type="button" className="button" data-look="plain" onClick={() => back.mutate(kept)}>
            {evidenceWords.undo}
          </button>
        )}
        <Link to="/journal" onClick={props.onClose}>
          {evidenceWords.toJournal}
        </Link>
      </div>
    </div>
  )
}

function DoneButton({ onClose }: { onClose: () => void }) {
  return (
    <button
      type="button"
      className="button"
      data-look="main"
      // biome-ignore lint/a11y/noAutofocus: the field that had the focus is gone, and Enter should close.
      autoFocus
      onClick={onClose}
    >
      {evidenceWords.done}
    </button>
  )
}
