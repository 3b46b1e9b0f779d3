// `npm run gallery`: writes every state of the pictures to tests/gallery/, to be looked at and committed.
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { installPackages, projectRoot, requireNode } from './bootstrap.mjs'

requireNode()
installPackages()
const { runnerImport } = await import('vite')
const folder = join(projectRoot, 'tests', 'gallery')
const { module } = await runnerImport(join(folder, 'states.tsx'), { root: projectRoot, logLevel: 'error' })
const pictures = module.drawGallery()
for (const name of readdirSync(folder)) {
  if (name.endsWith('.svg') && !(name.slice(0, -4) in pictures)) rmSync(join(folder, name))
}
for (const [name, picture] of Object.entries(pictures)) writeFileSync(join(folder, `${name}.svg`), picture)
console.log(
  `${Object.keys(pictures).length} pictures in tests/gallery/. Look at them before you commit them.`,
)
