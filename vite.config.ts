// How the pages are bundled: everything local, hashed names, nothing inline, so that the content policy can be strict.
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: 'src/web',
  plugins: [react()],
  build: {
    outDir: '../../build/web',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: false,
      // A page that is opened later finds its own parts, all on this machine: their names need not be in the first page.
      resolveDependencies: (_file, needed, { hostType }) =>
        hostType === 'html' ? needed : needed.filter((name) => name.endsWith('.css')),
    },
    manifest: true,
    // What the first page needs travels as one file: it compresses better than many small ones, and is asked for once.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } } },
  },
  // The solver asks for this only where it runs in Node.
  worker: { format: 'es', rolldownOptions: { external: ['node:module'] } },
  server: {
    // The server answers its own address only, so the requests that pass through here must look like its own.
    proxy: {
      '^/(api/|launch|openapi\\.json|api-docs)': {
        target: 'http://127.0.0.1:4747',
        changeOrigin: true,
        headers: { origin: 'http://127.0.0.1:4747' },
      },
    },
  },
})
