// The rules of the house that are about files and words: what each file may be called, say first, and name.

/** A file of the project, by its path from the root with forward slashes. */
export interface HouseFile {
  path: string
  text: string
}

const isSource = (path: string) => /^(src|bench|scripts|tests)\/.*\.(ts|tsx|mjs)$/.test(path)
const sourcePath = /(^|\/)(utils?|helpers?|misc|common|index)(\/|\.tsx?$)/
const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.test|\.config)?\.(ts|tsx|mjs|css|sql|html)$/
// Put together from pieces, so that this file does not break its own rule.
const machinePath = new RegExp(`(^|[\\s"'\`(=])/(${['work', 'root', 'home/[a-z]+'].join('|')})/`)
const registryHost = /"resolved":\s*"http|registry\.[a-z0-9.-]+\.[a-z]+\//

/** Everything in these files that breaks a rule of the house, as sentences that say where it belongs. */
export function breaches(files: HouseFile[]): string[] {
  return files.flatMap((file) => [...namingBreaches(file), ...textBreaches(file)])
}

function namingBreaches({ path }: HouseFile): string[] {
  if (!isSource(path)) return []
  const found: string[] = []
  const name = path.split('/').at(-1) ?? ''
  if (!kebab.test(name)) found.push(`${path}: name files in kebab-case, by their noun or their verb.`)
  if (sourcePath.test(path))
    found.push(`${path}: a name that says nothing; put the code beside the noun it is about.`)
  return found
}

function textBreaches({ path, text }: HouseFile): string[] {
  const found: string[] = []
  const firstLine = text.split('\n', 1)[0] ?? ''
  const codeFile = isSource(path) && !path.endsWith('.config.ts')
  if (codeFile && !/^(\/\/|#!)/.test(firstLine))
    found.push(`${path}: begin with one sentence that says what the file is for.`)
  if (machinePath.test(text)) found.push(`${path}: names a path of one machine.`)
  if (path === 'package-lock.json' && registryHost.test(text)) found.push(`${path}: names a registry host.`)
  if (path.startsWith('src/') && /biome-ignore[^:\n]*(:\s*)?$/m.test(text)) {
    found.push(`${path}: every suppression says why.`)
  }
  return found
}
