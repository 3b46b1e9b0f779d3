// One profile turning into the next when the destination changes, unless motion is unwelcome.
import { useEffect, useRef, useState } from 'react'
import { between, type ProfileGeometry } from './geometry.ts'

const DURATION = 250

export function useMorph(target: ProfileGeometry): ProfileGeometry {
  const [shown, setShown] = useState(target)
  const from = useRef(target)
  useEffect(() => {
    const start = from.current
    if (start === target) return
    if (matchMedia('(prefers-reduced-motion: reduce)').matches || !sameSkills(start, target)) {
      from.current = target
      setShown(target)
      return
    }
    let frame = 0
    const began = performance.now()
    const step = (now: number) => {
      const t = Math.min(1, (now - began) / DURATION)
      const next = t < 1 ? between(start, target, 1 - (1 - t) ** 3) : target
      from.current = next
      setShown(next)
      if (t < 1) frame = requestAnimationFrame(step)
    }
    frame = requestAnimationFrame(step)
    return () => cancelAnimationFrame(frame)
  }, [target])
  return shown
}

function sameSkills(a: ProfileGeometry, b: ProfileGeometry): boolean {
  return (
    a.columns.length === b.columns.length &&
    a.columns.every((column, index) => column.skill === b.columns[index]?.skill)
  )
}
