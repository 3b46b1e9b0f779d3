// The frame of the pages of getting in: the name, one title, and what stands below.
import { type ReactNode, useEffect } from 'react'
import { Mark } from '../parts/mark.tsx'
import { signInWords } from '../words/sign-in.ts'

export function EntryFrame({ title, children }: { title: string; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · ${signInWords.name}`
  }, [title])
  return (
    <main className="entry">
      <p className="entry-name">
        <Mark />
        {signInWords.name}
      </p>
      <h1>{title}</h1>
      {children}
    </main>
  )
}
