// A page's title, in the page and in the window.
import { type ReactNode, useEffect } from 'react'
import { shellWords } from '../words/shell.ts'

export function usePageTitle(title: string) {
  useEffect(() => {
    document.title = title === shellWords.name ? title : shellWords.title(title)
  }, [title])
}

export function PageHead(props: { title: string; eyebrow?: ReactNode; children?: ReactNode }) {
  usePageTitle(props.title)
  return (
    <header className="page-head">
      {props.eyebrow ? <p className="eyebrow">{props.eyebrow}</p> : null}
      <h1>{props.title}</h1>
      {props.children}
    </header>
  )
}
