// A single key that does something on every page: not while somebody types, nor where single keys are turned off.
import { useEffect } from 'react'
import { isForThePage, takeEarlyKey } from './early-keys.ts'

export function usePageKey(key: string, act: () => void) {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== key || !isForThePage(event)) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', listen)
    if (takeEarlyKey(key)) act()
    return () => document.removeEventListener('keydown', listen)
  })
}
