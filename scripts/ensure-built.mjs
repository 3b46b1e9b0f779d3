// Installs and builds what is missing, quietly where nothing is: the first lines of every entrance.
import { installPackages, isInstalled, requireNode, stepPrinter } from './bootstrap.mjs'
import { buildParts, staleParts } from './build.mjs'

/** Leaves a clone ready to run. `extraSteps` are announced by the caller with the returned printer. */
export function ensureBuilt(extraSteps = 0) {
  requireNode()
  const mustInstall = !isInstalled()
  const stale = staleParts()
  const total = (mustInstall ? 1 : 0) + stale.length + extraSteps
  const print = stepPrinter(total)
  if (mustInstall) {
    print('Installing the packages named in package-lock.json')
    installPackages()
  }
  buildParts(stale, print)
  return print
}
