// One entry of the journal: its day, its words, what it shows, who had a part in it.
import type { Evidence } from '../../core/evidence/evidence.ts'
import type { Block } from '../../core/evidence/read-markdown-text.ts'
import type { Framework } from '../../core/framework/framework.ts'
import { findSkill } from '../../core/framework/look-up.ts'
import { listInWords } from '../../core/planning/plain-words.ts'
import { MarkdownBlocks } from '../parts/markdown-blocks.tsx'
import { SkillLink } from '../parts/skill-link.tsx'
import { dateWords } from '../words/date.ts'
import { evidenceWords, journalWords } from '../words/evidence.ts'
import { skillName } from '../words/names.ts'

interface Props {
  framework: Framework
  entry: Evidence
  blocks: readonly Block[]
  onEdit: () => void
  onTakeBack: () => void
}

export function JournalEntry({ framework, entry, blocks, onEdit, onTakeBack }: Props) {
  const day = dateWords.day(entry.happenedOn)
  return (
    <article className="journal-entry" aria-label={day}>
      <p className="journal-day quiet small">
        <time dateTime={entry.happenedOn}>{journalWords.dayOfMonth(entry.happenedOn)}</time>
      </p>
      <div className="journal-words">
        <MarkdownBlocks blocks={blocks} />
        {entry.skills.length === 0 ? null : (
          <ul className="journal-skills small">
            {entry.skills.map(({ skill: id, level }) => {
              const skill = findSkill(framework, id)
              return (
                <li key={id}>
                  {skill === undefined ? (
                    skillName(framework, id)
                  ) : (
                    <SkillLink framework={framework} skill={skill} />
                  )}
                  {level === null ? null : <span className="quiet"> {evidenceWords.levelShort(level)}</span>}
                </li>
              )
            })}
          </ul>
        )}
        {entry.credit.length === 0 ? null : (
          <p className="small quiet">
            {journalWords.with(listInWords(entry.credit.map(({ name }) => name)))}
          </p>
        )}
        {entry.links.map((link) => (
          <p key={link} className="small journal-link">
            <a href={link} target="_blank" rel="noopener noreferrer">
              {link.replace(/^https?:\/\//, '')}
            </a>
          </p>
        ))}
      </div>
      <div className="actions no-print">
        <button
          type="button"
          className="button"
          data-look="plain"
          aria-label={journalWords.editOf(day)}
          onClick={onEdit}
        >
          {journalWords.edit}
        </button>
        <button
          type="button"
          className="button"
          data-look="plain"
          aria-label={journalWords.takeBackOf(day)}
          onClick={onTakeBack}
        >
          {journalWords.takeBack}
        </button>
      </div>
    </article>
  )
}
