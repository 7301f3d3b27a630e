import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import { escapeHtml } from './escape-html.js';
import type { Operation } from './operations.js';

const BAR_STYLE = `body{display:flex;flex-direction:column;height:100vh;margin:0}#root{flex:1;min-height:0}
.examples{display:flex;gap:.9rem;align-items:center;padding:.5rem .9rem;border-bottom:1px solid #d5dbe1;background:#f5f7fa;font:14px system-ui,sans-serif;color:#16202c}
.examples a{color:#0b6e6e;text-decoration:none;font-weight:600}.examples select{max-width:34rem;padding:.25rem .4rem;font:inherit}`;

/** Stands in GraphiQL's options where the page puts the example that its address names. */
const PLACE = '{ __typename }';

/**
 * The playground: GraphiQL as one self-contained page under a bar with the operations as ready examples.
 * The page is the same for all of them: it takes the example from its address (`?example=<id>`), and one that
 * is asked for so replaces what the browser kept from an earlier visit.
 */
export function playgroundPage(operations: readonly Operation[]): string {
  const page = renderGraphiQL({
    title: 'claimgraph playground',
    endpoint: '/graphql',
    defaultQuery: PLACE,
  });
  const options = operations.map(
    ({ id, title }) => `<option value="${escapeHtml(id)}">${escapeHtml(title)}</option>`,
  );
  const bar = `<nav class="examples"><a href="/">claimgraph</a><label>Examples
    <select aria-label="Examples" onchange="location.search='?example='+encodeURIComponent(this.value)">${options.join('')}</select></label></nav>
    <script>${chooseExample(operations)}</script>`;
  return page
    .replace('</head>', `<style>${BAR_STYLE}</style></head>`)
    .replace('<div id="root">', () => `${bar}<div id="root">`)
    .replace(`"defaultQuery":${JSON.stringify(PLACE)}`, '"defaultQuery":window.exampleQuery');
}

function chooseExample(operations: readonly Operation[]): string {
  const queries = operations.map(({ id, query }) => [id, query]);
  // `<` would let a query end the script.
  const data = JSON.stringify(queries).replaceAll('<', '\\u003c');
  return `{const queries=new Map(${data});const asked=new URLSearchParams(location.search).get('example');
const id=queries.has(asked)?asked:[...queries.keys()][0];window.exampleQuery=queries.get(id)??${JSON.stringify(PLACE)};
if(id!==undefined)document.querySelector('.examples select').value=id;
if(asked!==null)for(const key of Object.keys(localStorage))if(key.startsWith('graphiql:')&&/tabState|query$/.test(key))localStorage.removeItem(key)}`;
}
