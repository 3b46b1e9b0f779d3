// A team's server in a process of its own, as `skillmap serve --team` runs it, from the build as it is.
const { runTeamServer } = await import(new URL('../../build/server/main.js', import.meta.url).href)
await runTeamServer(process.env)
