// What hard and soft mean, why it matters, and how much of each role is soft.
import type { Framework, Role } from '../../core/framework/framework.ts'
import { softShare } from '../../core/planning/group-profile.ts'
import { HardSoftBar, KindMark } from '../parts/hard-soft-bar.tsx'
import { SkillLink } from '../parts/skill-link.tsx'
import { Link } from '../parts/wayfinding.tsx'
import { aboutWords } from '../words/about.ts'
import { percent } from '../words/kind.ts'

export function HardAndSoft({ framework }: { framework: Framework }) {
  return (
    <>
      <div className="columns">
        <Kind framework={framework} kind="hard" test={aboutWords.hardTest} />
        <Kind framework={framework} kind="soft" test={aboutWords.softTest} />
      </div>
      <section className="section stack">
        <h2>{aboutWords.why}</h2>
        {aboutWords.whyText.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </section>
      <section className="section stack">
        <h2>{aboutWords.share}</h2>
        <p className="quiet small">{aboutWords.shareHelp}</p>
        <SoftShares framework={framework} />
      </section>
    </>
  )
}

function Kind(props: { framework: Framework; kind: 'hard' | 'soft'; test: string }) {
  const { framework, kind, test } = props
  const skills = framework.skills.filter((skill) => skill.kind === kind)
  return (
    <section className="stack">
      <h2 className="about-kind">
        <KindMark kind={kind} /> {framework.kinds[kind].name}
      </h2>
      <p>{framework.kinds[kind].about}</p>
      <p className="quiet">{test}</p>
      <ul className="about-skills">
        {skills.map((skill) => (
          <li key={skill.id}>
            <SkillLink framework={framework} skill={skill} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** By path and then by band, so that each path can be read from its beginning upwards. */
function SoftShares({ framework }: { framework: Framework }) {
  return (
    <div className="about-paths">
      {framework.paths.map((path) => (
        <div key={path.id}>
          <h3>{path.name}</h3>
          <ul className="about-shares">
            {framework.roles
              .filter((role) => role.path === path.id)
              .toSorted((a, b) => (a.band ?? 0) - (b.band ?? 0))
              .map((role) => (
                <SoftShare key={role.id} framework={framework} role={role} />
              ))}
          </ul>
        </div>
      ))}
    </div>
  )
}

function SoftShare({ framework, role }: { framework: Framework; role: Role }) {
  const share = softShare(framework, role.id)
  if (share === null) return null
  return (
    <li>
      <Link to="/role/$role" params={{ role: role.id }}>
        {role.name}
      </Link>
      <HardSoftBar softShare={share} legend={false} />
      <span className="small quiet">{percent(share)}</span>
    </li>
  )
}
