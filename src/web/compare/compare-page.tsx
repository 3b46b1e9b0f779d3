// Any two roles side by side: what rises, what falls, what is new, and how much of it is soft.
import { useNavigate, useParams } from '@tanstack/react-router'
import type { Framework, Role } from '../../core/framework/framework.ts'
import { findRole } from '../../core/framework/look-up.ts'
import { useFramework } from '../data/use-framework.ts'
import { PageHead } from '../parts/page-head.tsx'
import { Missing } from '../parts/trouble.tsx'
import { compareWords } from '../words/compare.ts'
import { roleInSentence } from '../words/names.ts'
import { troubleWords } from '../words/trouble.ts'
import { RolesCompared } from './roles-compared.tsx'
import { TwoRoles } from './two-roles.tsx'
import './compare.css'

export function ComparePage() {
  const params = useParams({ from: '/compare/$a/$b' })
  const framework = useFramework()
  const a = findRole(framework, params.a)
  const b = findRole(framework, params.b)
  if (!a || !b) return <Missing text={troubleWords.missingRole} />
  return (
    <>
      <PageHead
        title={compareWords.title(a.name, roleInSentence(framework, b.id))}
        eyebrow={compareWords.eyebrow}
      >
        <Choosers framework={framework} a={a} b={b} />
      </PageHead>
      {a.id === b.id ? <p>{compareWords.sameRole}</p> : <RolesCompared framework={framework} a={a} b={b} />}
    </>
  )
}

function Choosers({ framework, a, b }: { framework: Framework; a: Role; b: Role }) {
  const navigate = useNavigate()
  const go = (first: string, second: string) =>
    void navigate({
      to: '/compare/$a/$b',
      params: { a: first, b: second },
      replace: true,
      resetScroll: false,
    })
  return <TwoRoles framework={framework} a={a.id} b={b.id} onChoose={go} />
}
