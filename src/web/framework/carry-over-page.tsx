// Moving to another version: what it does to this person, item by item, then doing it, and undoing it.

import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Framework } from '../../core/framework/framework.ts'
import { holdsOn } from '../../core/framework/publication.ts'
import type { CarryOverItem } from '../../core/revision/carry-over.ts'
import type { CarryOver } from '../../core/revision/carry-over-record.ts'
import { frameworkQuery } from '../data/queries.ts'
import { serverDay } from '../data/today.ts'
import { useFramework } from '../data/use-framework.ts'
import { useMe } from '../data/use-me.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { ProblemLine } from '../parts/problem-line.tsx'
import { Reading } from '../parts/reading.tsx'
import { Waiting } from '../parts/shell.tsx'
import { Missing } from '../parts/trouble.tsx'
import { RolePicker } from '../role/role-picker.tsx'
import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { carryOverWords, sayPlan } from '../words/carry-over.ts'
import { dateWords } from '../words/date.ts'
import { roleName, skillName } from '../words/names.ts'
import type { FrameworkVersion } from './api-versions.ts'
import { CarriedReadinessTable } from './carried-readiness.tsx'
import { CarryOverLine } from './carry-over-item.tsx'
import { findVersion } from './find-version.ts'
import { carryOversQuery, frameworkVersionsQuery } from './framework-queries.ts'
import { latestMove, looksLeft } from './looks-left.ts'
import { useCarryOverPlan, useMakeCarryOver, useUndoCarryOver } from './use-carry-over.ts'
import './diff.css'
import './carry-over.css'

export function CarryOverPage() {
  const { to } = useParams({ from: '/frameworks/move/$to' })
  const versions = useSuspenseQuery(frameworkVersionsQuery).data
  const moves = useSuspenseQuery(carryOversQuery).data
  const me = useMe()
  const before = useFramework()
  const version = findVersion(versions, to)
  const after = useQuery({ ...frameworkQuery(version?.digest ?? ''), enabled: version !== undefined })
  if (version === undefined) return <Missing text={carryOverWords.missing} />
  if (after.error) throw after.error
  const isThere = version.digest === me.framework.digest
  return (
    <>
      <PageHead
        title={
          isThere
            ? carryOverWords.titleThere(version.name, version.version)
            : version.name === me.framework.name && version.version === me.framework.version
              ? carryOverWords.titleSameLabel(version.name)
              : carryOverWords.title(version.name, version.version)
        }
        eyebrow={carryOverWords.eyebrow}
      >
        <p>
          <WhoCanSee of="carryOver" />
        </p>
      </PageHead>
      {isThere ? (
        <Moved move={latestMove(moves, me)} framework={before} />
      ) : after.data ? (
        <Plan key={version.digest} before={before} after={after.data} version={version} />
      ) : (
        <Waiting />
      )}
    </>
  )
}

function Plan(props: { before: Framework; after: Framework; version: FrameworkVersion }) {
  const { before, after, version } = props
  const { digest, effectiveFrom } = version
  const holds = holdsOn(effectiveFrom, serverDay())
  const me = useMe()
  const plan = useCarryOverPlan(before, { framework: after, digest })
  const make = useMakeCarryOver()
  const { items, picture } = plan
  const withVerdict = (verdict: CarryOverItem['verdict']) => items.filter((item) => item.verdict === verdict)
  const [carries, looks, gone] = [withVerdict('carries'), withVerdict('look-again'), withVerdict('gone')]
  const answered = withVerdict('answered')
  const lines = (some: CarryOverItem[]) =>
    some.map((item) => (
      <CarryOverLine
        key={item.rating.revisionId}
        before={before}
        after={after}
        item={item}
        decision={plan.decisionOf(item)}
        onDecide={(decision) => plan.decide(item, decision)}
      />
    ))
  const move = () =>
    make.mutate({
      beforeDigest: me.framework.digest,
      afterDigest: digest,
      role: plan.role,
      decisions: items.map((item) => ({
        revisionId: item.rating.revisionId,
        decision: plan.decisionOf(item),
      })),
    })
  return (
    <>
      <div className="stack">
        <Reading>{sayPlan(carries.length, looks.length, answered.length, gone.length)}</Reading>
        {holds || effectiveFrom === null ? null : (
          <p>{carryOverWords.notYet(dateWords.day(effectiveFrom))}</p>
        )}
        <p>{carryOverWords.promise}</p>
        <p>{carryOverWords.notes}</p>
        <p>
          <Link to="/frameworks/diff/$a/$b" params={{ a: me.framework.digest, b: digest }}>
            {carryOverWords.everything}
          </Link>
        </p>
      </div>
      {picture.lost.length > 0 ? (
        <p>{carryOverWords.lost(picture.lost.map((id) => roleName(before, id)))}</p>
      ) : null}
      {picture.standing === null ? (
        <div className="notice">
          <p>{carryOverWords.lostRole}</p>
          <RolePicker
            framework={after}
            label={carryOverWords.newRole}
            value={plan.role}
            onChange={plan.setRole}
          />
        </div>
      ) : null}
      <CarriedReadinessTable before={before} after={after} picture={picture} />
      <Items title={carryOverWords.lookTitle} help={carryOverWords.lookHelp}>
        {lines(looks)}
      </Items>
      <Items title={carryOverWords.answeredTitle} help={carryOverWords.answeredHelp}>
        {lines(answered)}
      </Items>
      <Items title={carryOverWords.goneTitle} help={carryOverWords.goneHelp}>
        {lines(gone)}
      </Items>
      {carries.length === 0 ? null : (
        <section className="section">
          <Disclosure summary={carryOverWords.carryTitle(carries.length)}>
            <p className="quiet small">{carryOverWords.carryHelp}</p>
            <ul className="carry-items">{lines(carries)}</ul>
          </Disclosure>
        </section>
      )}
      <ProblemLine error={make.error} />
      <div className="actions section no-print">
        {holds ? (
          <button type="button" className="button" data-look="main" disabled={make.isPending} onClick={move}>
            {make.isPending ? carryOverWords.moving : carryOverWords.move}
          </button>
        ) : null}
        <Link to="/map" className="button" data-look="plain">
          {carryOverWords.stay}
        </Link>
      </div>
    </>
  )
}

function Items({ title, help, children }: { title: string; help: string; children: ReactNode[] }) {
  if (children.length === 0) return null
  return (
    <section className="section stack">
      <h2>
        {title} <span className="quiet">{children.length}</span>
      </h2>
      <p className="quiet small">{help}</p>
      <ul className="carry-items">{children}</ul>
    </section>
  )
}

function Moved({ move, framework }: { move: CarryOver | undefined; framework: Framework }) {
  const me = useMe()
  const undo = useUndoCarryOver()
  const left = looksLeft(move, me)
  return (
    <>
      <Reading>
        {move === undefined ? carryOverWords.already : carryOverWords.moved(dateWords.day(move.madeAt))}
      </Reading>
      {left.length > 0 ? (
        <section className="section stack">
          <h2>{carryOverWords.looksLeft}</h2>
          <ul className="marked-list">
            {left.map((id) => (
              <li key={id}>
                {skillName(framework, id)}{' '}
                <Link to="/assess" search={{ skill: id }}>
                  {carryOverWords.lookNow}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ) : move === undefined ? null : (
        <p>{carryOverWords.looksDone}</p>
      )}
      <ProblemLine error={undo.error} />
      <div className="actions section">
        <Link to="/map" className="button" data-look="main">
          {carryOverWords.toMap}
        </Link>
        {move === undefined ? null : (
          <button
            type="button"
            className="button"
            disabled={undo.isPending}
            onClick={() => undo.mutate(move.id)}
          >
            {carryOverWords.undo}
          </button>
        )}
      </div>
      {move === undefined ? null : <p className="field-hint carry-undo">{carryOverWords.undoHelp}</p>}
    </>
  )
}
