/**
 * The first 50 rows of results and of papers under every pair of a filter and a sort, asked by one client. The
 * filters are those of a dashboard: one that leaves a few rows, one that leaves a tenth of all, one that leaves most.
 */
import { measure } from './api-measure.mjs';

const PAIRS_OF = {
  results: {
    filters: {
      all: '{}',
      metric: '{ metric: { eq: "accuracy" } }',
      'data set': '{ dataset: { eq: "ImageNet" } }',
      'metric and data set': '{ metric: { eq: "accuracy" }, dataset: { eq: "ImageNet" } }',
      method: '{ method: { eq: "LoRA" } }',
      baseline: '{ baseline: { eq: "LoRA" } }',
      task: '{ task: { eq: "image classification" } }',
      category: '{ category: { eq: SPEED } }',
      quality: '{ category: { eq: QUALITY } }',
      ratios: '{ form: { eq: RATIO } }',
      levels: '{ form: { eq: ABSOLUTE } }',
      gain: '{ gain: { factor: { gte: 2 } } }',
      'gain in speed': '{ gain: { category: [SPEED], factor: { gte: 2 } } }',
      score: '{ score: { metric: "accuracy", value: { gte: 0.9 } } }',
      confidence: '{ confidence: { gte: 0.9 } }',
      since: '{ publishedAt: { gte: "2024" } }',
      until: '{ publishedAt: { lte: "2015" } }',
      source: '{ source: { eq: "openalex" } }',
      code: '{ hasCode: true }',
      'rare word': '{ text: "adapters" }',
      'frequent words': '{ text: "language models" }',
    },
    sorts: ['PUBLISHED_AT', 'CONFIDENCE', 'VALUE', 'GAIN_FACTOR', 'COMPARABLE_VALUE'],
    fields: 'quote value metricName paper { title }',
  },
  papers: {
    filters: {
      all: '{}',
      method: '{ method: { eq: "LoRA" } }',
      'as a baseline': '{ method: { eq: "BERT", role: [BASELINE] } }',
      'data set': '{ dataset: { eq: "ImageNet" } }',
      task: '{ task: { eq: "image classification" } }',
      metric: '{ metric: { eq: "accuracy" } }',
      gain: '{ gain: { category: [SPEED], factor: { gte: 2 } } }',
      score: '{ score: { metric: "accuracy", value: { gte: 0.9 } } }',
      since: '{ publishedAt: { gte: "2024" } }',
      source: '{ source: { eq: "openalex" } }',
      code: '{ hasCode: true }',
      'rare word': '{ text: "adapters" }',
      'frequent words': '{ text: "language models" }',
    },
    sorts: ['PUBLISHED_AT', 'UPDATED_AT', 'STORED_AT', 'TITLE'],
    fields: 'title arxivId publishedAt',
  },
};

/** @returns every pair with its milliseconds, the slowest first */
export async function measureSorts(url) {
  const measured = [];
  for (const [list, { filters, sorts, fields }] of Object.entries(PAIRS_OF)) {
    for (const [filter, text] of Object.entries(filters)) {
      for (const sort of sorts.flatMap((field) => [`${field} DESC`, `${field} ASC`])) {
        const [field, direction] = sort.split(' ');
        const query = `{ ${list}(filter: ${text}, orderBy: [{ field: ${field}, direction: ${direction} }], first: 50) { nodes { ${fields} } } }`;
        const one = { url: `${url}/graphql`, body: JSON.stringify({ query }), clients: 1 };
        await measure({ ...one, seconds: 0.05 });
        measured.push({
          name: `${list}: ${filter}, ${sort}`,
          ...(await measure({ ...one, seconds: 0.3 })),
        });
      }
    }
  }
  return measured.sort((a, b) => b.p95 - a.p95);
}
