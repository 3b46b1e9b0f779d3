// Runs inside the page: boxes of all names against rings, lines, pills and each other, in the map's own units.

interface Measured {
  /** "Staff engineer: Tech lead touches a line" */
  touching: string[]
  /** Of all letters, in CSS pixels. */
  smallest: number
  outside: string[]
}

/** Self-contained, because the browser receives its source text. */
export function measureMap(): Measured {
  interface Box {
    left: number
    top: number
    right: number
    bottom: number
  }
  const touching: string[] = []
  const outside: string[] = []
  let smallest = Number.POSITIVE_INFINITY

  const sizeOf = (element: Element) => Number.parseFloat(getComputedStyle(element).fontSize)
  const touch = (a: Box, b: Box) =>
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
  const touchesCircle = (box: Box, x: number, y: number, radius: number) => {
    const dx = Math.max(box.left - x, 0, x - box.right)
    const dy = Math.max(box.top - y, 0, y - box.bottom)
    return dx * dx + dy * dy < radius * radius
  }

  /** One box for each line of text: from the height of a capital to the foot of a "g". */
  const boxesOf = (text: SVGTextElement): Box[] => {
    const spans = [...text.querySelectorAll('tspan')]
    const lines: SVGTextContentElement[] = spans.length > 0 ? spans : [text]
    return lines
      .filter((line) => line.getNumberOfChars() > 0)
      .map((line) => {
        const size = sizeOf(line)
        const start = line.getStartPositionOfChar(0)
        const end = line.getEndPositionOfChar(line.getNumberOfChars() - 1)
        return { left: start.x, right: end.x, top: start.y - 0.7 * size, bottom: start.y + 0.2 * size }
      })
  }

  for (const section of document.querySelectorAll('section')) {
    const svg = section.querySelector('svg')
    if (!svg) continue
    const seenFrom = section.getAttribute('data-seen-from') ?? ''
    const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width
    const names = [
      ...svg.querySelectorAll<SVGTextElement>('.station-name, .path-name, .gutter-name, .map-key > g > text'),
    ].map((text) => ({ text, said: text.textContent ?? '', boxes: boxesOf(text) }))
    for (const text of svg.querySelectorAll('text')) {
      if (text.textContent) smallest = Math.min(smallest, sizeOf(text) * scale)
    }
    const view = svg.viewBox.baseVal
    const report = (said: string, what: string) => touching.push(`${seenFrom}: ${said} touches ${what}`)

    const rings = [...svg.querySelectorAll<SVGGElement>('.station > g[transform]')].map((group) => {
      const { e: x, f: y } = group.transform.baseVal.consolidate()?.matrix ?? new DOMMatrix()
      const circles = [...group.querySelectorAll<SVGCircleElement>('circle:not(.station-hit)')]
      const radius = Math.max(...circles.map((circle) => circle.r.baseVal.value + 0.5))
      return { x, y, radius }
    })
    const pills = [...svg.querySelectorAll<SVGRectElement>('.pill > rect')].map((rect) => {
      const box = rect.getBBox()
      return { left: box.x, top: box.y, right: box.x + box.width, bottom: box.y + box.height }
    })
    const lines = [...svg.querySelectorAll<SVGPathElement>('path')]
      .filter((path) => !path.closest('.station > g[transform]') && !path.closest('.map-key'))
      .map((path) => {
        const points: DOMPoint[] = []
        const length = path.getTotalLength()
        for (let at = 0; at <= length; at += 2) points.push(path.getPointAtLength(at))
        const half = Number.parseFloat(getComputedStyle(path).strokeWidth) / 2
        return { points, half, said: path.getAttribute('class') ?? 'a line' }
      })

    names.forEach((name, index) => {
      for (const box of name.boxes) {
        if (rings.some((ring) => touchesCircle(box, ring.x, ring.y, ring.radius))) report(name.said, 'a ring')
        if (pills.some((pill) => touch(box, pill))) report(name.said, 'a pill')
        for (const other of names.slice(index + 1)) {
          if (other.boxes.some((one) => touch(box, one))) report(name.said, other.said)
        }
        for (const line of lines) {
          if (line.points.some((point) => touchesCircle(box, point.x, point.y, line.half)))
            report(name.said, line.said)
        }
        if (
          box.left < view.x ||
          box.right > view.x + view.width ||
          box.top < view.y ||
          box.bottom > view.y + view.height
        ) {
          outside.push(`${seenFrom}: ${name.said}`)
        }
      }
    })
  }
  return { touching, smallest, outside }
}
