// How much of a processor something took, whatever else the machine was busy with.

/** Milliseconds of processor time that `work` took in this process, garbage collection and its threads included. */
export function processorTime(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
