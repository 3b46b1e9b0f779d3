// Gives each test a store of its own, on the real database, from a template that is made once.

import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeTemplate } from '../src/store/make-template.ts'
import { openStore, type Store, type StoreOptions } from '../src/store/open.ts'
import { templateName } from '../src/store/template.ts'

const cache = fileURLToPath(new URL('../.cache/', import.meta.url))

/** The file of the current template, made if there is none yet. */
export async function templateFile(): Promise<string> {
  const file = join(cache, templateName())
  if (!existsSync(file)) await makeTemplate(file)
  return file
}

/** A new, empty data folder; removed by the test that asked for it. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'skillmap-test-'))
}

/** A store on a temporary folder. `dispose` closes it and removes the folder. */
export async function openTestStore(
  options: Partial<StoreOptions> = {},
): Promise<Store & { dispose(): Promise<void> }> {
  const dataDir = options.dataDir ?? temporaryFolder()
  const store = await openStore({ templateFile: await templateFile(), ...options, dataDir })
  return {
    ...store,
    async dispose() {
      await store.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
