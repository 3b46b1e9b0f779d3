// The assess page.
export function AssessPage() {
  return null
}
