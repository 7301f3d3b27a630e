/** Milliseconds of processor time that work takes, the least of three runs; other processes do not count. */
export function processorTimeOf(work: () => void): number {
  const runs = [1, 2, 3].map(() => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  });
  return Math.min(...runs);
}
