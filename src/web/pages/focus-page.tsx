// The focus page.
export function FocusPage() {
  return null
}
