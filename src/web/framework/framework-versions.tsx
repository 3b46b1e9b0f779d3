// The versions of one framework, with what changed from one to the next, and the way to use another.
import { Link } from '@tanstack/react-router'
import { holdsOn } from '../../core/framework/publication.ts'
import { serverDay } from '../data/today.ts'
import { dateWords } from '../words/date.ts'
import { frameworksWords } from '../words/frameworks.ts'
import type { ListedFramework, ListedVersion } from './api-frameworks.ts'

export function FrameworkVersions(props: {
  framework: ListedFramework
  inUse: string
  isBusy: boolean
  onUse: (digest: string) => void
}) {
  const { framework, inUse, isBusy, onUse } = props
  return (
    <div className="scroll-x">
      <table className="data-table frameworks-versions">
        <caption className="visually-hidden">{`${framework.name}: ${frameworksWords.versions}`}</caption>
        <thead>
          <tr>
            <th scope="col">{frameworksWords.version}</th>
            <th scope="col">{frameworksWords.date}</th>
            <th scope="col">{frameworksWords.note}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {framework.versions.map((version, index) => (
            <tr key={version.digest}>
              <th scope="row">{version.version}</th>
              <td className="nowrap">{dateWords.day(version.publishedAt ?? version.firstUsedAt)}</td>
              <td>
                <VersionNote version={version} />
                <ChangesLink version={version} before={framework.versions[index + 1]} />
              </td>
              <td className="figure">
                {version.digest === inUse ? (
                  <strong>{frameworksWords.inUse}</strong>
                ) : version.effectiveFrom !== null && !holdsOn(version.effectiveFrom, serverDay()) ? (
                  <span className="quiet">{frameworksWords.from(dateWords.day(version.effectiveFrom))}</span>
                ) : (
                  <button
                    type="button"
                    className="button"
                    aria-label={frameworksWords.versionToUse(framework.name, version.version)}
                    disabled={isBusy}
                    onClick={() => onUse(version.digest)}
                  >
                    {frameworksWords.use}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function VersionNote({ version }: { version: ListedVersion }) {
  const parts = [
    version.effectiveFrom === null || !holdsOn(version.effectiveFrom, serverDay())
      ? ''
      : frameworksWords.from(dateWords.day(version.effectiveFrom)),
    version.note,
    version.approvers.length === 0 ? '' : frameworksWords.approved(version.approvers.join(', ')),
  ].filter((part) => part !== '')
  return parts.length === 0 ? null : <span className="frameworks-note">{parts.join(' · ')}</span>
}

function ChangesLink({ version, before }: { version: ListedVersion; before: ListedVersion | undefined }) {
  if (before === undefined) return null
  return (
    <Link to="/frameworks/diff/$a/$b" params={{ a: before.digest, b: version.digest }} className="small">
      {frameworksWords.changes(before.version)}
    </Link>
  )
}
