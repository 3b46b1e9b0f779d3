// The mark of something that can be taken hold of and moved.
export function Grip() {
  return (
    <svg viewBox="0 0 10 16" aria-hidden="true" fill="currentColor">
      {[3, 8, 13].flatMap((y) => [2.5, 7.5].map((x) => <circle key={`${x} ${y}`} cx={x} cy={y} r="1.3" />))}
    </svg>
  )
}
