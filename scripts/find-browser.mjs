// Finds a Chromium for the journeys: CHROME_PATH, then an installed one, then Debian's package where we may install it.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'msedge',
]
const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

function installedBrowser() {
  if (process.env.CHROME_PATH) {
    if (existsSync(process.env.CHROME_PATH)) return process.env.CHROME_PATH
    throw new Error(`CHROME_PATH names ${process.env.CHROME_PATH}, which does not exist.`)
  }
  const folders = (process.env.PATH ?? '').split(delimiter)
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [...onPath, ...usualPlaces].find((path) => existsSync(path))
}

function installOnDebian() {
  const mayInstall =
    process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (!mayInstall) return
  console.log('      No browser found; installing the distribution’s chromium (about half a minute)')
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const arguments_ of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', 'chromium'],
  ]) {
    spawnSync('apt-get', arguments_, { stdio: ['ignore', 'ignore', 'inherit'], env: environment })
  }
}

/** The path of a browser that speaks the DevTools protocol. Throws with the mend where there is none. */
export function findBrowser() {
  const found = installedBrowser()
  if (found) return found
  installOnDebian()
  const installed = installedBrowser()
  if (installed) return installed
  throw new Error(
    'The browser journeys need Chromium, Chrome or Edge. Install one, or set CHROME_PATH to its executable, and run npm test again.',
  )
}
