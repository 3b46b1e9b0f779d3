// Puts the chosen theme on the page before anything is painted, so that nothing flashes.
try {
  const theme = localStorage.getItem('skillmap.theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // Storage may be switched off; the system's theme then holds.
}
