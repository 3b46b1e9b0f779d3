// The head of a plan: from which role towards which, and the way back to the kept one where another is looked at.
import { Link } from '@tanstack/react-router'
import type { Framework } from '../../core/framework/framework.ts'
import { listInWords } from '../../core/planning/plain-words.ts'
import { PageHead } from '../parts/page-head.tsx'
import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { aRole, roleInSentence } from '../words/names.ts'
import { planWords } from '../words/plan.ts'

export function PlanHead(props: {
  framework: Framework
  role: string
  roles: readonly string[]
  /** Roles of the kept plan where another one is looked at; null otherwise. */
  kept: readonly string[] | null
}) {
  const { framework, role, roles, kept } = props
  const stays = roles.length === 1 && roles[0] === role
  const names = listInWords(roles.map((one) => roleInSentence(framework, one)))
  return (
    <PageHead title={stays ? planWords.titleStay : planWords.title}>
      <p className="lead quiet">
        {stays
          ? planWords.leadStay(aRole(framework, role))
          : planWords.lead(roleInSentence(framework, role), names)}{' '}
        <WhoCanSee of="plan" />
      </p>
      {kept === null || kept.join() === roles.join() ? null : (
        <p className="no-print">
          {planWords.elsewhere(listInWords(kept.map((one) => roleInSentence(framework, one))))}{' '}
          <Link to="/plan">{planWords.backToKept}</Link>
        </p>
      )}
    </PageHead>
  )
}
