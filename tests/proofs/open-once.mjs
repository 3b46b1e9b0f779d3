// A process that tries to open a store and says how it went: node open-once.mjs <data folder>
const { openStore } = await import(new URL('../../build/store/open.js', import.meta.url).href)
const started = performance.now()
try {
  const store = await openStore({ dataDir: process.argv[2] })
  console.log(JSON.stringify({ opened: true, milliseconds: performance.now() - started }))
  await store.close()
} catch (error) {
  console.log(
    JSON.stringify({
      opened: false,
      code: error.code,
      message: error.message,
      milliseconds: performance.now() - started,
    }),
  )
}
