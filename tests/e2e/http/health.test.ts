import { describe, expect, it } from 'vitest';
import { PAPERS } from '../../support/papers.js';
import { withServer } from '../../support/server.js';

describe('the built server', async () => {
  const server = await withServer({ papers: PAPERS });

  it('says that it lives and that it is ready', async () => {
    for (const path of ['/health', '/ready']) {
      const response = await fetch(`${server.url}${path}`);
      expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
    }
  });
});
