// The told page.
export function ToldPage() {
  return null
}
