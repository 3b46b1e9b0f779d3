// The width that an element has to itself, in CSS pixels.
import { type RefObject, useLayoutEffect, useState } from 'react'

/** Null until the element stands on the page. */
export function useWidth(element: RefObject<HTMLElement | null>): number | null {
  const [width, setWidth] = useState<number | null>(null)
  useLayoutEffect(() => {
    const found = element.current
    if (!found) return
    setWidth(Math.floor(found.getBoundingClientRect().width))
    const observer = new ResizeObserver((entries) => {
      for (const entry of entries) setWidth(Math.floor(entry.contentRect.width))
    })
    observer.observe(found)
    return () => observer.disconnect()
  }, [element])
  return width
}
