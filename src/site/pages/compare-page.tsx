// Comparing roles on a published site: two of them by a script, all of them in a table.
import type { Framework, SkillGroup } from '../../core/framework/framework.ts'
import { expectationOf } from '../../core/framework/look-up.ts'
import { GroupTag } from '../../web/parts/group-dot.tsx'
import { PageHead } from '../../web/parts/page-head.tsx'
import { Link } from '../../web/parts/wayfinding.tsx'
import { siteWords } from '../../web/words/site.ts'

export function ComparePage({ framework }: { framework: Framework }) {
  return (
    <>
      <PageHead title={siteWords.compare}>
        <p className="lead quiet">{siteWords.compareLead}</p>
        <noscript>
          <p className="notice">{siteWords.compareNoScript}</p>
        </noscript>
      </PageHead>
      <div id="compare" />
      <section className="section stack">
        <h2>{siteWords.compareTable}</h2>
        <p className="quiet small">{siteWords.compareTableHelp}</p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard. */}
        <section className="scroll-x" tabIndex={0} aria-label={siteWords.compareTable}>
          <table className="data-table site-matrix">
            <thead>
              <tr>
                <td />
                {framework.roles.map((role) => (
                  <th key={role.id} scope="col">
                    <Link to="/role/$role" params={{ role: role.id }}>
                      {role.name}
                    </Link>
                  </th>
                ))}
              </tr>
            </thead>
            {framework.groups.map((group) => (
              <GroupRows key={group.id} framework={framework} group={group} />
            ))}
          </table>
        </section>
      </section>
    </>
  )
}

function GroupRows({ framework, group }: { framework: Framework; group: SkillGroup }) {
  const skills = framework.skills.filter((skill) => skill.group === group.id)
  if (skills.length === 0) return null
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={framework.roles.length + 1}>
          <GroupTag framework={framework} group={group.id} />
        </th>
      </tr>
      {skills.map((skill) => (
        <tr key={skill.id}>
          <th scope="row">
            <Link to="/skill/$skill" params={{ skill: skill.id }}>
              {skill.name}
            </Link>
          </th>
          {framework.roles.map((role) => {
            const { level, weight } = expectationOf(framework, role.id, skill.id)
            return (
              <td key={role.id} data-weight={weight}>
                {level === 0 ? '·' : level}
              </td>
            )
          })}
        </tr>
      ))}
    </tbody>
  )
}
