import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import { escapeHtml } from './escape-html.js';
import type { Operation } from './operations.js';

const BAR_STYLE = `body{display:flex;flex-direction:column;height:100vh;margin:0}#root{flex:1;min-height:0}
.examples{display:flex;gap:.9rem;align-items:center;padding:.5rem .9rem;border-bottom:1px solid #d5dbe1;background:#f5f7fa;font:14px system-ui,sans-serif;color:#16202c}
.examples a{color:#0b6e6e;text-decoration:none;font-weight:600}.examples select{max-width:34rem;padding:.25rem .4rem;font:inherit}`;

/**
 * The playground: GraphiQL as one self-contained page under a bar with the operations as ready examples.
 * An example that is asked for by name replaces what the browser kept from an earlier visit.
 */
export function playgroundPage(operations: readonly Operation[], example: string): string {
  const chosen = operations.find(({ id }) => id === example);
  const page = renderGraphiQL({
    title: 'claimgraph playground',
    endpoint: '/graphql',
    defaultQuery: chosen?.query ?? '{ __typename }',
  });
  const options = operations.map(
    ({ id, title }) =>
      `<option value="${escapeHtml(id)}"${id === example ? ' selected' : ''}>${escapeHtml(title)}</option>`,
  );
  const bar = `<nav class="examples"><a href="/">claimgraph</a><label>Examples
    <select aria-label="Examples" onchange="location.search='?example='+encodeURIComponent(this.value)">${options.join('')}</select></label></nav>
    <script>if(new URLSearchParams(location.search).has('example'))for(const key of Object.keys(localStorage))if(key.startsWith('graphiql:')&&/tabState|query$/.test(key))localStorage.removeItem(key)</script>`;
  return page
    .replace('</head>', `<style>${BAR_STYLE}</style></head>`)
    .replace('<div id="root">', () => `${bar}<div id="root">`);
}
