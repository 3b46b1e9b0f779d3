// Hands a text that the page made to the browser as a file.

export function saveFile(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The download has begun by then; until the page is left the address would hold the whole text.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
