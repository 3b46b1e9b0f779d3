// The move page.
export function MovePage() {
  return null
}
