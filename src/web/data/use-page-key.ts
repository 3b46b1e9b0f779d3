// A single key that does something on every page: not while somebody types, nor where single keys are turned off.
import { useEffect } from 'react'
import { singleKeysOn } from './use-single-keys.ts'

export function usePageKey(key: string, act: () => void) {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey || !singleKeysOn()) return
      const target = event.target instanceof HTMLElement ? event.target : null
      if (target?.closest('input, textarea, select, [contenteditable], dialog')) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  })
}
