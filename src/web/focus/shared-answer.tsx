// For somebody who is not sure: what is worth it whichever way they go.
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Framework } from '../../core/framework/framework.ts'
import type { Levels } from '../../core/planning/levels.ts'
import { listInWords } from '../../core/planning/plain-words.ts'
import { sharedFocus } from '../../core/planning/shared-focus.ts'
import { naturalDestinations } from '../start/natural-destinations.ts'
import { roleInSentence } from '../words/names.ts'
import { sharedWords } from '../words/shared.ts'
import { SharedList } from './shared-list.tsx'

const SHOWN = 5

export function SharedAnswer(props: { framework: Framework; role: string; levels: Levels }) {
  const { framework, role, levels } = props
  const [destinations] = useState(() => naturalDestinations(framework, role))
  const shared = sharedFocus(framework, levels, destinations, { fromRole: role })
  const names = listInWords(destinations.map((id) => roleInSentence(framework, id)))
  return (
    <div className="stack">
      <h3 className="answer-label">{sharedWords.sharedBy(names)}</h3>
      <p>{shared.sentence}</p>
      <SharedList framework={framework} skills={shared.everywhere.slice(0, SHOWN)} brief />
      <p className="small">
        <Link to="/focus" search={{ to: destinations.join(',') }}>
          {sharedWords.focus}
        </Link>
      </p>
    </div>
  )
}
