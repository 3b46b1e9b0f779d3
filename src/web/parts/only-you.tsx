// The mark of something that nobody but its owner reads. Where there is room for an answer, it stands in who-can-see.tsx.
import { shellWords } from '../words/shell.ts'

export function OnlyYou() {
  return (
    <span className="only-you">
      <svg viewBox="0 0 12 14" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.4">
        <rect x="1.2" y="6" width="9.6" height="7" rx="1" />
        <path d="M3.4 6V4a2.6 2.6 0 0 1 5.2 0v2" />
      </svg>
      {shellWords.onlyYou}
    </span>
  )
}
