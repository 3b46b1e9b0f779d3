// Figures for a monitoring system (Prometheus): how long requests take, by route and never by person; and the process.
import { createServer, type Server } from 'node:http'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Database } from '../../store/engine/embedded.ts'

export interface Metrics {
  /** One answered request. `route` is its pattern, so that no id becomes a label. */
  request(asked: { method: string; route: string; status: number; seconds: number }): void
  /** A fault that was nobody's expected refusal. */
  fault(): void
  /** Reads the pool of connections whenever figures are asked for; nothing where the database is embedded. */
  watch(database: Database): void
  text(): Promise<string>
  contentType: string
}

/** Seconds; the promise of the server is at 0.3. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 2.5, 10]

export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const durations = new Histogram({
    name: 'skillmap_request_duration_seconds',
    help: 'How long requests took, by route pattern.',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers: [registry],
  })
  const faults = new Counter({
    name: 'skillmap_faults_total',
    help: 'Requests that failed inside the program.',
    registers: [registry],
  })
  return {
    request({ method, route, status, seconds }) {
      durations.observe({ method, route, status: `${Math.floor(status / 100)}xx` }, seconds)
    },
    fault: () => faults.inc(),
    watch(database) {
      const { connections } = database
      if (connections === undefined) return
      new Gauge({
        name: 'skillmap_database_connections',
        help: 'Connections to the database, by state; and requests that wait for one.',
        labelNames: ['state'],
        registers: [registry],
        collect() {
          const { total, idle, waiting } = connections()
          this.set({ state: 'busy' }, total - idle)
          this.set({ state: 'idle' }, idle)
          this.set({ state: 'waited-for' }, waiting)
        },
      })
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  }
}

/** On an address of its own, so that what faces people's browsers cannot pass it on by mistake. */
export async function serveMetrics(metrics: Metrics, at: { host: string; port: number }): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end()
      return
    }
    metrics.text().then(
      (text) => response.writeHead(200, { 'content-type': metrics.contentType }).end(text),
      () => response.writeHead(500).end(),
    )
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(at.port, at.host, () => resolve())
  })
  return server
}
