// One thing that a search found, as an option that leads to it.
import { Link, type LinkProps } from '@tanstack/react-router'
import type { Framework } from '../../core/framework/framework.ts'
import { hitWords } from '../../core/search/hit-words.ts'
import type { Found } from '../../core/search/search-entries.ts'
import type { SearchHit } from '../../core/search/search-framework.ts'
import { MarkedText } from '../told/marked-text.tsx'

/** Where each kind of thing stands in the program. */
export function placeOf(found: Found): Pick<LinkProps, 'to' | 'params' | 'hash'> {
  switch (found.kind) {
    case 'skill':
    case 'phrase':
      return { to: '/skill/$skill', params: { skill: found.skill.id } }
    case 'behaviour':
      return { to: '/skill/$skill', params: { skill: found.skill.id }, hash: `level-${found.level}` }
    case 'role':
      return { to: '/role/$role', params: { role: found.role.id } }
    case 'path':
      return { to: '/path/$path', params: { path: found.path.id } }
    case 'move':
      return { to: '/move/$from/$to', params: { from: found.from.id, to: found.to.id } }
    case 'term':
      return { to: '/glossary', hash: found.term.id }
  }
}

export function SearchResult(props: {
  framework: Framework
  hit: SearchHit
  id: string
  isActive: boolean
  onChoose: () => void
}) {
  const { framework, hit } = props
  const { title, spoken, where, text } = hitWords(framework, hit)
  const mark = { terms: hit.terms, language: framework.language }
  return (
    <Link
      {...placeOf(hit.found)}
      id={props.id}
      role="option"
      tabIndex={-1}
      aria-selected={props.isActive}
      className="search-result"
      preload={false}
      onClick={props.onChoose}
    >
      <span className="search-title">
        {spoken ? '“' : ''}
        <MarkedText text={title} {...mark} />
        {spoken ? '”' : ''}
      </span>{' '}
      <span className="search-where">
        <MarkedText text={where} {...mark} />
      </span>
      {text ? (
        <span className="search-text">
          <MarkedText text={text} {...mark} />
        </span>
      ) : null}
    </Link>
  )
}
