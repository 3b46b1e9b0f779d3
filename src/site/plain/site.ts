// The few lines of script on every page of a site: light or dark, finding, and folding tables on a small screen.
import '../site-styles.ts'

const NARROW = '(max-width: 48rem)'

function offerTheme(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-theme-switch]')
  if (!button) return
  const root = document.documentElement
  button.hidden = false
  button.addEventListener('click', () => {
    const isDark = root.dataset.theme
      ? root.dataset.theme === 'dark'
      : matchMedia('(prefers-color-scheme: dark)').matches
    root.dataset.theme = isDark ? 'light' : 'dark'
  })
}

function offerSearch(): void {
  const field = document.querySelector<HTMLElement>('[data-search]')
  const input = field?.querySelector('input')
  const count = field?.querySelector<HTMLElement>('[data-search-count]')
  const entries = [...document.querySelectorAll<HTMLElement>('[data-search-list] > li')].map((entry) => ({
    entry,
    text: (entry.textContent ?? '').toLowerCase(),
  }))
  if (!field || !input || !count) return
  const find = () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean)
    let found = 0
    for (const { entry, text } of entries) {
      const isFound = words.every((word) => text.includes(word))
      entry.hidden = !isFound
      if (isFound) found += 1
    }
    count.textContent = words.length === 0 ? '' : found === 0 ? (count.dataset.none ?? '') : String(found)
  }
  field.hidden = false
  input.addEventListener('input', find)
  find()
}

/** The tables of a role stand below one another there; folded, the page can be seen whole. */
function foldTables(): void {
  if (!matchMedia(NARROW).matches) return
  for (const group of document.querySelectorAll<HTMLDetailsElement>('.expects-group')) group.open = false
}

offerTheme()
offerSearch()
foldTables()
