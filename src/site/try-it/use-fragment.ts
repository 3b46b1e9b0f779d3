// What a page shows, kept in the fragment of its address: it can be sent on, and reaches no server.
import { useCallback, useEffect, useState } from 'react'

function read(): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(location.hash.slice(1)))
}

export function useFragment(): [Record<string, string>, (next: Record<string, string>) => void] {
  const [fragment, setFragment] = useState(read)
  useEffect(() => {
    const follow = () => setFragment(read())
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  const write = useCallback((next: Record<string, string>) => {
    const text = new URLSearchParams(next).toString()
    history.replaceState(null, '', text === '' ? location.pathname + location.search : `#${text}`)
    setFragment(next)
  }, [])
  return [fragment, write]
}
