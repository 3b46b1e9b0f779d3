// The rules about files and words hold for every file of the project, and each is shown a violation.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { breaches } from './house-rules.ts'

const projectRoot = fileURLToPath(new URL('../..', import.meta.url))
const textFile = /\.(ts|tsx|mjs|css|html|json|md|yaml|csv|sql|grit)$|LICENSE|\.ci\/run|\.npmrc/

function projectFiles() {
  const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: projectRoot, encoding: 'utf8' }).split('\0')
  return tracked
    .filter((path) => textFile.test(path) && existsSync(join(projectRoot, path)))
    .map((path) => ({ path, text: readFileSync(join(projectRoot, path), 'utf8') }))
}

describe('the rules of the house', () => {
  it('hold for every file of the project', () => {
    const files = projectFiles()
    expect(files.length).toBeGreaterThan(100)
    expect(breaches(files)).toEqual([])
  })

  it.each([
    [
      'a file that does not say what it is for',
      'src/core/gap.ts',
      'export const x = 1\n',
      /begin with one sentence/,
    ],
    ['a drawer for everything', 'src/core/utils.ts', '// x\n', /a name that says nothing/],
    ['a barrel', 'src/core/planning/index.ts', '// x\n', /a name that says nothing/],
    ['a name in camel case', 'src/core/rateSkill.ts', '// x\n', /kebab-case/],
    ['a path of one machine', 'docs/notes.md', `see /${'work'}/main/readme\n`, /path of one machine/],
    ['a registry host', 'package-lock.json', '{ "resolved": "https://example.test/a.tgz" }', /registry host/],
    [
      'a silent suppression',
      'src/core/gap.ts',
      '// x\n// biome-ignore lint/a/b:\n',
      /every suppression says why/,
    ],
  ])('refuse %s', (_what, path, text, message) => {
    expect(breaches([{ path, text }]).join('\n')).toMatch(message)
  })

  it('keep the packages that run in production at 165 or fewer, without install scripts', () => {
    const lock = JSON.parse(readFileSync(join(projectRoot, 'package-lock.json'), 'utf8'))
    const inProduction = Object.entries<{ dev?: boolean; hasInstallScript?: boolean }>(lock.packages).filter(
      ([path, entry]) => path !== '' && entry.dev !== true,
    )
    expect(inProduction.length).toBeGreaterThan(20)
    expect(inProduction.length).toBeLessThanOrEqual(165)
    expect(inProduction.filter(([, entry]) => entry.hasInstallScript).map(([path]) => path)).toEqual([])
  })
})
