// Feedback for somebody: four parts, marks with reasons while one writes, the whole text, and drafts.
import { useSuspenseQuery } from '@tanstack/react-query'
import { PART_NAMES } from '../../core/composing/feedback-parts.ts'
import { findRole, findSkill } from '../../core/framework/look-up.ts'
import { useFramework } from '../data/use-framework.ts'
import { useMe } from '../data/use-me.ts'
import { PageHead } from '../parts/page-head.tsx'
import { peopleQuery } from '../person/people-queries.ts'
import { presetRole } from '../start/preset-role.ts'
import { asSentence } from '../words/names.ts'
import { sayWords } from '../words/say.ts'
import { SayAbout } from './say-about.tsx'
import { SayDrafts } from './say-drafts.tsx'
import { SayLooks } from './say-looks.tsx'
import { SayPart } from './say-part.tsx'
import { SayResult } from './say-result.tsx'
import { SayStart } from './say-start.tsx'
import { useMarks, useUnsaid } from './use-say.ts'
import './say.css'

export function SayPage() {
  const framework = useFramework()
  const me = useMe()
  const people = useSuspenseQuery(peopleQuery).data
  const unsaid = useUnsaid(me.target?.role ?? presetRole(framework))
  // A draft of another framework version may name what this one does not have.
  const role = findRole(framework, unsaid.content.role) ? unsaid.content.role : presetRole(framework)
  const skill = findSkill(framework, unsaid.content.skill ?? '')?.id ?? null
  const content = { ...unsaid.content, role, skill }
  const marks = useMarks(framework, content)
  const { parts, aim } = content
  const english = framework.language.split('-')[0] === 'en'
  const take = (taken: string, behaviour: string) => {
    const part = aim === 'keep' ? 'behaviour' : 'nextStep'
    const text = [parts[part].trim(), asSentence(behaviour)].filter((one) => one !== '').join('\n')
    unsaid.change({ role, skill: taken, parts: { ...parts, [part]: text } })
  }
  return (
    <div className="say">
      <PageHead title={sayWords.title}>
        <p className="lead quiet">{sayWords.lead}</p>
      </PageHead>
      {unsaid.wasBroughtBack ? <p className="small quiet">{sayWords.broughtBack}</p> : null}
      {english ? null : <p className="small quiet">{sayWords.otherLanguage}</p>}
      <div className="say-columns">
        <div className="stack no-print">
          <SayAbout framework={framework} people={people} content={content} onChange={unsaid.change} />
          <SayStart framework={framework} role={role} onTake={take} />
          {PART_NAMES.map((name) => (
            <SayPart
              key={name}
              name={name}
              aim={aim}
              text={parts[name]}
              marks={marks.filter((mark) => mark.part === name && mark.words !== '')}
              onChange={(text) => unsaid.change({ role, skill, parts: { ...parts, [name]: text } })}
            />
          ))}
        </div>
        <div className="stack say-beside">
          <SayLooks framework={framework} role={role} skill={skill} />
          <SayResult unsaid={{ ...unsaid, content }} marks={marks} frameworkDigest={me.framework.digest} />
        </div>
      </div>
      <SayDrafts unsaid={unsaid} />
    </div>
  )
}
