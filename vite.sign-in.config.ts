// The page of signing in, bundled apart from the app: whoever is not in yet should not load the rest, nor the rest grow.
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: 'src/web',
  publicDir: false,
  plugins: [react()],
  // Drawn by Preact, which is a tenth of the size.
  resolve: {
    alias: {
      'react/jsx-runtime': 'preact/jsx-runtime',
      'react-dom/client': 'preact/compat/client',
      'react-dom': 'preact/compat',
      react: 'preact/compat',
    },
  },
  build: {
    outDir: '../../build/web',
    // The app lies there already.
    emptyOutDir: false,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: 'src/web/sign-in.html' },
  },
})
