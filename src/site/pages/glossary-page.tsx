// The words of the program on a published site.
import type { Framework } from '../../core/framework/framework.ts'
import { GlossaryView } from '../../web/about/glossary-view.tsx'
import { siteAddress } from '../site-address.ts'

export function GlossaryPage({ framework }: { framework: Framework }) {
  return <GlossaryView wanted={null} isThere={(to) => siteAddress(framework, { to }) !== null} />
}
