// The comments on a skill of a draft, and a new one.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { Framework } from '../../core/framework/framework.ts'
import type { DraftComment } from '../../core/revision/draft.ts'
import { ApiError } from '../api.ts'
import { useOnce } from '../data/use-once.ts'
import { ProblemLine } from '../parts/problem-line.tsx'
import { WhoCanSee } from '../who-sees/who-can-see.tsx'
import { dateWords } from '../words/date.ts'
import { editorWords } from '../words/editor.ts'
import { roleName } from '../words/names.ts'
import { resolveComment, writeComment } from './api-drafts.ts'

interface Props {
  frameworkId: string
  framework: Framework
  skill: string
  comments: readonly DraftComment[]
}

export function DraftComments({ frameworkId, framework, skill, comments }: Props) {
  const queries = useQueryClient()
  const mine = comments.filter((comment) => comment.skill === skill)
  const resolve = useMutation({
    mutationFn: async (comment: DraftComment) => {
      const outcome = await resolveComment(comment.id, comment.resolvedAt === null)
      if (!outcome.ok) throw new ApiError(outcome.failure)
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['draft', frameworkId] }),
  })
  return (
    <section className="section stack editor-comments">
      <h3>
        {editorWords.comments} <span className="quiet">{mine.length}</span> <WhoCanSee of="comment" />
      </h3>
      {mine.length === 0 ? <p className="small quiet">{editorWords.noComments}</p> : null}
      <ul>
        {mine.map((comment) => (
          <li key={comment.id} data-resolved={comment.resolvedAt !== null}>
            <p className="small quiet">
              {placeOf(framework, comment)} · {dateWords.minute(comment.writtenAt)}
              {comment.resolvedAt === null ? '' : ` · ${editorWords.resolved}`}
            </p>
            <p className="editor-comment-text">{comment.content}</p>
            <button
              type="button"
              className="button"
              data-look="plain"
              onClick={() => resolve.mutate(comment)}
            >
              {comment.resolvedAt === null ? editorWords.resolve : editorWords.reopen}
            </button>
          </li>
        ))}
      </ul>
      <ProblemLine error={resolve.error} />
      <NewComment frameworkId={frameworkId} framework={framework} skill={skill} />
    </section>
  )
}

function placeOf(framework: Framework, { level, role }: DraftComment): string {
  if (level !== null) return editorWords.levelOf(level)
  return role === null ? editorWords.wholeSkill : editorWords.roleOf(roleName(framework, role))
}

function NewComment({ frameworkId, framework, skill }: Omit<Props, 'comments'>) {
  const id = useId()
  const queries = useQueryClient()
  const [about, setAbout] = useState('')
  const [content, setContent] = useState('')
  const once = useOnce()
  const write = useMutation({
    mutationFn: async () => {
      const level = about.startsWith('level:') ? Number(about.slice('level:'.length)) : null
      const role = about.startsWith('role:') ? about.slice('role:'.length) : null
      const comment = { skill, level, role, content }
      const outcome = await once(comment, (key) => writeComment(frameworkId, comment, key))
      if (!outcome.ok) throw new ApiError(outcome.failure)
    },
    onSuccess: () => {
      setContent('')
      return queries.invalidateQueries({ queryKey: ['draft', frameworkId] })
    },
  })
  return (
    <form
      className="stack-s"
      onSubmit={(event) => {
        event.preventDefault()
        if (content.trim() !== '') write.mutate()
      }}
    >
      <div className="field">
        <label htmlFor={`${id}-about`}>{editorWords.commentOn}</label>
        <select
          id={`${id}-about`}
          className="select"
          value={about}
          onChange={(event) => setAbout(event.target.value)}
        >
          <option value="">{editorWords.wholeSkill}</option>
          {framework.scale.slice(1).map(({ level }) => (
            <option key={level} value={`level:${level}`}>
              {editorWords.levelOf(level)}
            </option>
          ))}
          {framework.roles.map((role) => (
            <option key={role.id} value={`role:${role.id}`}>
              {editorWords.roleOf(role.name)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}-text`}>{editorWords.comment}</label>
        <textarea
          id={`${id}-text`}
          className="input"
          value={content}
          onChange={(event) => setContent(event.target.value)}
        />
      </div>
      <ProblemLine error={write.error} />
      <button type="submit" className="button" disabled={write.isPending || content.trim() === ''}>
        {editorWords.addComment}
      </button>
    </form>
  )
}
