// Builds what publishing needs: the renderer for Node, the scripts and the style sheet of a site for browsers.
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import react from '@vitejs/plugin-react'
import { build } from 'vite'
import { projectRoot } from './bootstrap.mjs'

const source = (file) => join(projectRoot, 'src', 'site', file)
const target = join(projectRoot, 'build', 'site')
const assets = join(target, 'assets')

const shared = {
  configFile: false,
  root: join(projectRoot, 'src', 'site'),
  // Relative, so that a site works from any folder and from a file path.
  base: './',
  publicDir: false,
  logLevel: 'warn',
  plugins: [react()],
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
}

/** The same components drawn by Preact: with React a page would not stay below 100 kB. */
const LIGHT_REACT = {
  'react/jsx-runtime': 'preact/jsx-runtime',
  'react-dom/client': 'preact/compat/client',
  'react-dom': 'preact/compat',
  react: 'preact/compat',
}

/** React comes along, so that publishing is quick and does not depend on how Node was started. */
function buildRenderer() {
  return build({
    ...shared,
    ssr: { noExternal: true },
    build: {
      ssr: source('render-site.ts'),
      outDir: target,
      // The compiler keeps its declarations here.
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rollupOptions: { output: { entryFileNames: 'render-site.js' } },
    },
  })
}

/** One classic script for a file path, where modules may not be loaded; fonts and styles beside it. */
function buildScript(entry, name) {
  return build({
    ...shared,
    resolve: { alias: LIGHT_REACT },
    build: {
      outDir: assets,
      emptyOutDir: false,
      target: 'es2022',
      assetsInlineLimit: 0,
      modulePreload: false,
      cssCodeSplit: false,
      rollupOptions: {
        input: source(entry),
        output: {
          format: 'iife',
          entryFileNames: `${name}.js`,
          assetFileNames: ({ names }) => (names[0]?.endsWith('.css') ? 'site.css' : '[name][extname]'),
        },
      },
    },
  })
}

export async function buildSite() {
  rmSync(assets, { recursive: true, force: true })
  await buildRenderer()
  await buildScript('plain/site.ts', 'site')
  await buildScript('try-it/main.tsx', 'try-it')
  await buildScript('look-up/main.tsx', 'look-up')
  cpSync(join(projectRoot, 'src', 'web', 'public', 'favicon.svg'), join(assets, 'favicon.svg'))
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await buildSite()
