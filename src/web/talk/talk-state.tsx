// Whether a talk is saved, undo, and what cannot go on without the person.
import type { ConversationBrief } from '../../core/conversation/brief.ts'
import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { talkWords } from '../words/talk.ts'
import { explainProblem } from '../words/trouble.ts'
import type { KeptTalk, TalkKeeper } from './use-talks.ts'

export interface TalkProps {
  keeper: TalkKeeper
  kept: KeptTalk
  brief: ConversationBrief
}

export function TalkState({ keeper, kept }: TalkProps) {
  return (
    <>
      <div className="page-tools">
        <p className="small quiet">
          <span role="status">{talkWords.state[kept.state]}</span> <WhoCanSee of="conversation" />
        </p>
        <button
          type="button"
          className="button"
          data-look="plain"
          disabled={!kept.canUndo}
          onClick={keeper.undo}
        >
          {talkWords.undo}
        </button>
      </div>
      {kept.state === 'refused' && kept.problem !== null ? (
        <p className="notice" data-tone="trouble" role="alert">
          {talkWords.state.refused} {explainProblem(kept.problem)}
        </p>
      ) : null}
      {kept.state === 'conflict' ? (
        <div className="notice" data-tone="trouble" role="alert">
          <h2>{talkWords.conflictTitle}</h2>
          <p>{talkWords.conflict}</p>
          <div className="actions">
            <button type="button" className="button" onClick={() => keeper.choose('mine')}>
              {talkWords.keepMine}
            </button>
            <button type="button" className="button" onClick={() => keeper.choose('theirs')}>
              {talkWords.keepTheirs}
            </button>
          </div>
        </div>
      ) : null}
    </>
  )
}
