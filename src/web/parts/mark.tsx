// Skillmap's mark: a station and the two ways on from it.

export function Mark() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.8">
      <path d="M6 17.5V14l6-6V6.5M12 8l6 6v1" strokeLinecap="round" strokeLinejoin="round" />
      <circle cx="6" cy="19" r="2.4" fill="currentColor" />
      <circle cx="12" cy="4.6" r="2.4" />
      <circle cx="18" cy="17" r="2.4" />
    </svg>
  )
}
