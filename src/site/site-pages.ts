// Which pages a site has, what each shows, and what it says of itself.
import { createElement, type ReactNode } from 'react'
import type { Framework } from '../core/framework/framework.ts'
import { findRole } from '../core/framework/look-up.ts'
import { STAY } from '../core/target/target.ts'
import { glossaryWords } from '../web/words/glossary.ts'
import { numbersTitle } from '../web/words/level.ts'
import { matrixWords } from '../web/words/matrix.ts'
import { moveWords } from '../web/words/move.ts'
import { aRole, roleInSentence } from '../web/words/names.ts'
import { numbersWords } from '../web/words/numbers.ts'
import { pathWords } from '../web/words/path.ts'
import { rolesWords } from '../web/words/role.ts'
import { siteWords } from '../web/words/site.ts'
import { skillsWords } from '../web/words/skill.ts'
import { frameworkData, pageData, roleData, skillData } from './json-ld.ts'
import { AboutPage } from './pages/about-page.tsx'
import { ComparePage } from './pages/compare-page.tsx'
import { GlossaryPage } from './pages/glossary-page.tsx'
import { HomePage } from './pages/home-page.tsx'
import { MatrixPage } from './pages/matrix-page.tsx'
import { MovePage } from './pages/move-page.tsx'
import { MovesPage } from './pages/moves-page.tsx'
import { PathPage } from './pages/path-page.tsx'
import { RolePage } from './pages/role-page.tsx'
import { RolesPage } from './pages/roles-page.tsx'
import { SearchPage } from './pages/search-page.tsx'
import { SkillPage } from './pages/skill-page.tsx'
import { SkillsPage } from './pages/skills-page.tsx'
import { StayPage } from './pages/stay-page.tsx'
import { TryPage } from './pages/try-page.tsx'
import { movePage, pathPage, rolePage, skillPage } from './site-address.ts'

export interface SitePage {
  file: string
  title: string
  description: string
  content: ReactNode
  wide: boolean
  /** The script that computes on it, beside the few lines of every page. */
  computes: 'try-it' | 'look-up' | null
  jsonLd: unknown
}

export function sitePages(framework: Framework, digest: string): SitePage[] {
  return [
    ...topPages(framework, digest),
    ...rolePages(framework),
    ...pathPages(framework),
    ...skillPages(framework),
    ...movePages(framework),
  ]
}

function topPages(framework: Framework, digest: string): SitePage[] {
  const { roles, skills, moves } = framework
  const about = framework.description ?? siteWords.description(roles.length, skills.length, moves.length)
  const matrixLead = matrixWords.lead(skills.length, roles.length)
  const page = (file: string, title: string, description: string, content: ReactNode): SitePage => ({
    file,
    title,
    description,
    content,
    wide: false,
    computes: null,
    jsonLd: pageData(framework, title, description),
  })
  return [
    {
      ...page('index.html', framework.name, about, createElement(HomePage, { framework })),
      wide: true,
      jsonLd: frameworkData(framework, about),
    },
    {
      ...page('try.html', siteWords.tryIt, siteWords.tryLead, createElement(TryPage)),
      wide: true,
      computes: 'try-it',
    },
    page(
      'roles.html',
      rolesWords.title,
      rolesWords.lead(roles.length, framework.paths.length),
      createElement(RolesPage, { framework }),
    ),
    page('skills.html', skillsWords.title, about, createElement(SkillsPage, { framework })),
    {
      ...page('matrix.html', matrixWords.title, matrixLead, createElement(MatrixPage, { framework })),
      wide: true,
      computes: 'look-up',
    },
    page(
      'moves.html',
      siteWords.moves,
      siteWords.movesLead(moves.length),
      createElement(MovesPage, { framework }),
    ),
    {
      ...page('compare.html', siteWords.compare, siteWords.compareLead, createElement(ComparePage)),
      wide: true,
      computes: 'try-it',
    },
    page('search.html', siteWords.search, siteWords.searchLead, createElement(SearchPage, { framework })),
    {
      ...page('about.html', numbersTitle, numbersWords.lead, createElement(AboutPage, { framework, digest })),
      computes: 'look-up',
    },
    page(
      'glossary.html',
      glossaryWords.title,
      glossaryWords.lead,
      createElement(GlossaryPage, { framework }),
    ),
  ]
}

function rolePages(framework: Framework): SitePage[] {
  return framework.roles.map((role) => ({
    file: rolePage(role.id),
    title: role.name,
    description: role.purpose ?? role.name,
    content: createElement(RolePage, { framework, role }),
    wide: false,
    computes: null,
    jsonLd: roleData(framework, role),
  }))
}

function skillPages(framework: Framework): SitePage[] {
  return framework.skills.map((skill) => ({
    file: skillPage(skill.id),
    title: skill.name,
    description: skill.definition,
    content: createElement(SkillPage, { framework, skill }),
    wide: false,
    computes: null,
    jsonLd: skillData(framework, skill),
  }))
}

function pathPages(framework: Framework): SitePage[] {
  return framework.paths.map((path) =>
    plainPage(
      framework,
      pathPage(path.id),
      pathWords.title(path.name),
      path.about ?? path.name,
      createElement(PathPage, { framework, path }),
    ),
  )
}

function movePages(framework: Framework): SitePage[] {
  const stays = framework.roles.map((role) =>
    plainPage(
      framework,
      movePage(role.id, STAY),
      moveWords.stayTitle(aRole(framework, role.id)),
      framework.stay.changes,
      createElement(StayPage, { framework, role }),
    ),
  )
  const moves = framework.moves.flatMap((move) => {
    const [from, to] = [findRole(framework, move.from), findRole(framework, move.to)]
    if (from === undefined || to === undefined) return []
    const title = moveWords.title(roleInSentence(framework, from.id), roleInSentence(framework, to.id))
    const content = createElement(MovePage, { framework, move, from, to })
    return [plainPage(framework, movePage(from.id, to.id), title, move.changes ?? title, content)]
  })
  return [...stays, ...moves]
}

function plainPage(
  framework: Framework,
  file: string,
  title: string,
  description: string,
  content: ReactNode,
): SitePage {
  const jsonLd = pageData(framework, title, description)
  return { file, title, description, content, wide: false, computes: null, jsonLd }
}
