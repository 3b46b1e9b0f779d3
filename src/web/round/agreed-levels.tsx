// Levels agreed with a manager, or with whom one manages: each version beside the earlier ones, and what moved.

import { useSuspenseQuery } from '@tanstack/react-query'
import type { Framework } from '../../core/framework/framework.ts'
import { groupedBy } from '../../core/framework/grouped-by.ts'
import { type AgreedLevel, movedItems } from '../../core/round/agreement.ts'
import { frameworkQuery } from '../data/queries.ts'
import { useSession } from '../data/use-session.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { Later } from '../parts/later.tsx'
import { ProblemLine } from '../parts/problem-line.tsx'
import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { dateWords } from '../words/date.ts'
import { levelName } from '../words/level.ts'
import { skillName } from '../words/names.ts'
import { agreementWords } from '../words/rounds.ts'
import { type AgreementOf, signAgreement } from './api-rounds.ts'
import { agreementsQuery, useRoundChange } from './use-rounds.ts'

/** Between these two, or all of the reader's. Nothing in personal use. */
export function AgreedLevels({ between }: { between?: readonly string[] }) {
  const session = useSession()
  if (session?.kind !== 'team') return null
  return (
    <Later>
      <All between={between} me={session.personId} />
    </Later>
  )
}

function All({ between, me }: { between: readonly string[] | undefined; me: string }) {
  const all = useSuspenseQuery(agreementsQuery).data.filter(
    ({ subject, manager }) =>
      between === undefined || [subject.id, manager.id].every((id) => between.includes(id)),
  )
  const pairs = groupedBy(all, ({ subject, manager }) => `${subject.id} ${manager.id}`)
  if (all.length === 0) return null
  return (
    <section className="section stack">
      <h2>{agreementWords.title}</h2>
      <p className="small quiet">{agreementWords.about}</p>
      {[...pairs].map(([pair, versions]) => (
        <Pair key={pair} versions={versions} me={me} />
      ))}
    </section>
  )
}

/** The newest version first. */
function Pair({ versions, me }: { versions: readonly AgreementOf[]; me: string }) {
  const [newest, ...earlier] = versions
  if (newest === undefined) return null
  return (
    <div className="rounds-item stack">
      <p className="small quiet">
        {agreementWords.whoReads(newest.subject.name, newest.manager.name)}{' '}
        <WhoCanSee of="agreement" id={newest.id} shared />
      </p>
      <Version
        agreement={newest}
        before={earlier.find(({ signedAt }) => signedAt !== null)}
        isNewest
        me={me}
      />
      {earlier.length === 0 ? null : (
        <Disclosure summary={agreementWords.earlier(earlier.length)}>
          {earlier.map((one) => (
            <Version key={one.id} agreement={one} before={undefined} isNewest={false} me={me} />
          ))}
        </Disclosure>
      )}
    </div>
  )
}

interface VersionProps {
  agreement: AgreementOf
  /** The one that holds before it. */
  before: AgreementOf | undefined
  isNewest: boolean
  me: string
}

function Version({ agreement, before, isNewest, me }: VersionProps) {
  const { data: framework } = useSuspenseQuery(frameworkQuery(agreement.frameworkDigest))
  const sign = useRoundChange(() => signAgreement(agreement.id))
  const { subject, manager, proposedBy, signedAt } = agreement
  const who = proposedBy === subject.id ? subject.name : manager.name
  const proposedOn = dateWords.day(agreement.proposedAt)
  const waits = isNewest ? agreementWords.waits(who, proposedOn) : agreementWords.superseded(who, proposedOn)
  return (
    <article className="stack-s" aria-label={agreementWords.version(agreement.version)}>
      <h3>{agreementWords.version(agreement.version)}</h3>
      <p className="small quiet">
        {signedAt === null
          ? waits
          : agreementWords.signedOn(dateWords.day(signedAt), agreement.frameworkVersion)}
      </p>
      <ul className="marked-list">
        {agreement.items.map((item) => (
          <li key={item.skill}>
            {agreementWords.line(skillName(framework, item.skill), levelName(framework, item.level))}
            <span className="rounds-said small">{sayProof(item)}</span>
          </li>
        ))}
      </ul>
      {before === undefined ? null : <Moved framework={framework} before={before} after={agreement} />}
      {isNewest && signedAt === null && proposedBy !== me ? (
        <div className="actions">
          <button
            type="button"
            className="button"
            data-look="main"
            disabled={sign.isPending}
            onClick={() => sign.mutate(undefined)}
          >
            {agreementWords.sign}
          </button>
          <span className="small quiet">{agreementWords.signAbout}</span>
        </div>
      ) : null}
      <ProblemLine error={sign.error} />
    </article>
  )
}

function Moved(props: { framework: Framework; before: AgreementOf; after: AgreementOf }) {
  const { framework, before, after } = props
  const moved = movedItems(before.items, after.items)
  if (moved.length === 0) return null
  const say = (item: AgreedLevel | null) =>
    item === null ? agreementWords.gone : `${levelName(framework, item.level)}; ${sayProof(item)}`
  return (
    <>
      <h4>{agreementWords.moved}</h4>
      <ul className="marked-list small">
        {moved.map(({ skill, before: was, after: is }) => (
          <li key={skill}>{agreementWords.movedLine(skillName(framework, skill), say(was), say(is))}</li>
        ))}
      </ul>
    </>
  )
}

function sayProof({ proof, by }: AgreedLevel): string {
  return by === null ? agreementWords.shown : agreementWords.proofBy(proof, dateWords.day(by))
}
