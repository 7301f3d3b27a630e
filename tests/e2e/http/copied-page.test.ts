import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../../support/cli.js';
import { hasReference, referencePath } from '../../support/reference.js';
import { withServer } from '../../support/server.js';

const absent = !hasReference('hf-trending.txt');
const PAGE = referencePath('hf-trending.txt');

describe.skipIf(absent)(
  `a page as people copy it${absent ? ' (needs ../shared)' : ''}`,
  async () => {
    const server = absent ? { url: '', databaseUrl: '' } : await withServer();
    const settings = { DATABASE_URL: server.databaseUrl };

    async function ask(query: string) {
      const answer = await fetch(`${server.url}/graphql?query=${encodeURIComponent(query)}`);
      return (
        (await answer.json()) as { data: Record<string, { nodes: Row[]; totalCount: number }> }
      ).data;
    }
    interface Row {
      readonly title: string;
      readonly abstract: string;
      readonly methods: { name: string; role: string }[];
      readonly results: { nodes: { quote: string; gain: { factor: number }; span: Span }[] };
    }
    interface Span {
      readonly field: 'TITLE' | 'ABSTRACT';
      readonly start: number;
      readonly end: number;
    }

    beforeAll(async () => {
      const first = await runCli(['ingest', PAGE, '--json'], settings);
      expect(JSON.parse(first.stdout)).toMatchObject({ read: 132, stored: 132, rejected: 0 });
    }, 240_000);

    it('is stored once', async () => {
      const second = await runCli(['ingest', PAGE, '--json'], settings);
      expect(JSON.parse(second.stdout)).toMatchObject({ read: 132, stored: 0, unchanged: 132 });
      const titles = readFileSync(PAGE, 'utf8');
      const { papers } = await ask('{ papers(first: 100) { totalCount nodes { title } } }');
      expect(papers?.totalCount).toBe(132);
      for (const { title } of papers?.nodes ?? []) expect(titles).toContain(title);
    });

    it('tells who uses LoRA, with the role', async () => {
      const { papers } = await ask(
        '{ papers(filter: { method: { eq: "LoRA" } }) { totalCount nodes { title methods { name role } } } }',
      );
      expect(papers?.totalCount).toBeGreaterThanOrEqual(10);
      for (const { methods } of papers?.nodes ?? [])
        expect(methods.map(({ name }) => name.toLowerCase()).join()).toContain('lora');
    });

    it('tells who reports a number on ImageNet', async () => {
      const { results } = await ask(
        '{ results(filter: { or: [{ dataset: { eq: "ImageNet" } }, { dataset: { eq: "ImageNet-1K" } }] }) { totalCount nodes { quote } } }',
      );
      expect(results?.totalCount).toBeGreaterThanOrEqual(3);
    });

    it('tells which memory gains are at least 2x, each with the characters it stands in', async () => {
      const { papers } = await ask(
        `{ papers(first: 50, filter: { gain: { category: MEMORY, factor: { gte: 2 } } }) { nodes { title abstract
         results(filter: { gain: { category: MEMORY, factor: { gte: 2 } } }) {
           nodes { quote gain { factor } span { field start end } } } } } }`,
      );
      const factors: Record<string, number[]> = {};
      for (const { title, abstract, results } of papers?.nodes ?? []) {
        factors[title] = results.nodes.map(({ gain }) => gain.factor);
        for (const { quote, span } of results.nodes) {
          const text = span.field === 'TITLE' ? title : abstract;
          expect(text.slice(span.start, span.end)).toBe(quote);
        }
      }
      const of = (start: string) =>
        Object.entries(factors).find(([title]) => title.startsWith(start))?.[1] ?? [];
      expect(of('GaLore').map((factor) => factor.toFixed(2))).toContain('2.72');
      expect(of('PortLLM')).toContain(12.2);
      expect(of('Train Small, Infer Large')).toContain(15.81);
    });
  },
);
