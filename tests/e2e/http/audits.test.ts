import { serverAudits } from 'graphql-http';
import { describe, expect, it } from 'vitest';
import { withServer } from '../../support/server.js';

/** What graphql-http checks of a server that speaks GraphQL over HTTP as the specification says. */
describe('GraphQL over HTTP', async () => {
  const server = await withServer();
  const audits = serverAudits({ url: `${server.url}/graphql` });

  it('is audited whole', () => {
    expect(audits.length).toBe(61);
  });

  it.each(audits)('passes $id: $name', async (audit) => {
    const { status, ...rest } = await audit.fn();
    expect({ status, reason: 'reason' in rest ? rest.reason : null }).toEqual({
      status: 'ok',
      reason: null,
    });
  });
});
