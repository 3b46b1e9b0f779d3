// The start page.
export function StartPage() {
  return null
}
