/** Asks one thing over and over from a number of clients on connections that stay open. */
import { Agent, request } from 'node:http';

/**
 * @param {{url: string, body: string | null, clients: number, seconds: number}} options
 * @returns answers a second, and the median and 95th percentile of their milliseconds
 */
export async function measure({ url, body, clients, seconds }) {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const end = performance.now() + seconds * 1000;
  const times = [];
  const client = async () => {
    while (performance.now() < end) {
      const start = performance.now();
      await once(url, body, agent);
      times.push(performance.now() - start);
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: clients }, client));
  const elapsed = performance.now() - start;
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (share) => Math.round((times[Math.floor(times.length * share)] ?? 0) * 10) / 10;
  return { perSecond: (times.length / elapsed) * 1000, p50: at(0.5), p95: at(0.95) };
}

function once(url, body, agent) {
  const method = body === null ? 'GET' : 'POST';
  const headers = body === null ? {} : { 'content-type': 'application/json' };
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, method, headers }, (response) => {
      let start = '';
      response.setEncoding('utf8').on('data', (text) => {
        if (start.length < 40) start += text;
      });
      response.on('end', () => {
        const failed = response.statusCode !== 200 || start.startsWith('{"errors"');
        if (failed) reject(new Error(`${url} answered ${response.statusCode}: ${start}`));
        else resolve();
      });
    });
    sent.on('error', reject);
    sent.end(body ?? undefined);
  });
}

/** Throughput of the first as a share of the second's, at 16 clients: the median of rounds that alternate. */
export async function medianShare(first, second, seconds, rounds) {
  const shares = [];
  for (const one of [first, second]) await measure({ ...one, clients: 4, seconds: 0.5 });
  for (let round = 0; round < rounds; round++) {
    const a = await measure({ ...first, clients: 16, seconds });
    const b = await measure({ ...second, clients: 16, seconds });
    shares.push(a.perSecond / b.perSecond);
  }
  return shares.sort((a, b) => a - b)[Math.floor(rounds / 2)];
}
