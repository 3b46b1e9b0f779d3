// The words of what can be opened from every page.
export const toolWords = {
  log: 'Log',
  logKey: '+',
  search: 'Search',
  searchKey: '/',
} as const
