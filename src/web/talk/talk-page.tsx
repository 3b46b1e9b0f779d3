// One talk: prepared part by part, or the one page that comes of it.
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { ConversationBrief } from '../../core/conversation/brief.ts'
import { briefMarkdown } from '../../core/conversation/brief-markdown.ts'
import type { Conversation } from '../../core/conversation/conversation.ts'
import { findRole } from '../../core/framework/look-up.ts'
import { useFramework } from '../data/use-framework.ts'
import { useMe } from '../data/use-me.ts'
import { CopyButton } from '../parts/copy-button.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { peopleQuery } from '../person/people-queries.ts'
import { dateWords } from '../words/date.ts'
import { talkWords } from '../words/talk.ts'
import { TalkLists } from './talk-lists.tsx'
import { TalkPaper } from './talk-paper.tsx'
import { TalkPrepare } from './talk-prepare.tsx'
import { TalkState } from './talk-state.tsx'
import { talkQuery, useTalkKeeper } from './use-talks.ts'
import '../parts/page-views.css'
import './talk.css'

const TALK_VIEWS = ['prepare', 'page'] as const

export function TalkPage() {
  const { id } = useParams({ from: '/talks/$id' })
  const { conversation, brief } = useSuspenseQuery(talkQuery(id)).data
  return <OneTalk key={id} conversation={conversation} brief={brief} />
}

function OneTalk({ conversation, brief }: { conversation: Conversation; brief: ConversationBrief }) {
  const people = useSuspenseQuery(peopleQuery).data
  const framework = useFramework()
  const search = useSearch({ from: '/talks/$id' })
  const view = TALK_VIEWS.find((one) => one === search.view) ?? 'prepare'
  const { keeper, kept } = useTalkKeeper(conversation, useMe().framework.digest)
  const { content } = kept
  const title = talkWords.heading(content.withWhom, dateWords.day(content.heldOn))
  const all = { keeper, kept, brief }
  // Somebody who is no longer kept stays by name alone; a role that this version lacks is held against no more.
  const isKept = content.personId === null || people.some(({ id }) => id === content.personId)
  const isRole = content.towards === null || findRole(framework, content.towards) !== undefined
  useEffect(() => {
    const now = keeper.kept().content
    if (!isKept) keeper.change('person', { ...now, personId: null })
    else if (!isRole) keeper.change('towards', { ...now, towards: null })
  }, [isKept, isRole, keeper])
  return (
    <div className="talk" data-view={view}>
      <div className="no-print">
        <PageHead title={title} eyebrow={<Link to="/talks">{talkWords.title}</Link>}>
          <nav className="page-views" aria-label={talkWords.viewsLabel}>
            {TALK_VIEWS.map((one) => (
              <Link
                key={one}
                to="/talks/$id"
                params={{ id: conversation.id }}
                search={{ view: one === 'prepare' ? undefined : one }}
                aria-current={one === view ? 'page' : undefined}
                activeOptions={{ includeSearch: true }}
                className="page-view"
                data-current={one === view || undefined}
              >
                {talkWords.views[one]}
              </Link>
            ))}
          </nav>
        </PageHead>
        <TalkState {...all} />
        {view === 'prepare' ? (
          <div className="stack">
            <TalkPrepare {...all} />
            <TalkLists {...all} />
          </div>
        ) : (
          <div className="actions">
            <button type="button" className="button" data-look="main" onClick={() => print()}>
              {talkWords.print}
            </button>
            <CopyButton text={briefMarkdown(content, brief)} label={talkWords.copy} />
          </div>
        )}
      </div>
      <TalkPaper content={content} brief={brief} isShown={view === 'page'} />
    </div>
  )
}
