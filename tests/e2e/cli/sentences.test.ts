import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCli } from '../../support/cli.js';
import { createTestDatabase } from '../../support/database.js';
import { temporaryFolder } from '../../support/processes.js';

const PAPER = {
  id: 'p-1',
  title: 'SlimNet',
  abstract: 'SlimNet reaches 81.2% accuracy on ImageNet.',
};
const LINE = JSON.stringify(PAPER);

describe('the command line says', { timeout: 120_000 }, async () => {
  const database = await createTestDatabase();
  const folder = temporaryFolder();
  afterAll(async () => {
    folder.remove();
    await database.drop();
  });
  const settings = { DATABASE_URL: database.url, WORKERS: '1' };
  function file(name: string, content: string): string {
    const path = join(folder.path, name);
    writeFileSync(path, content);
    return path;
  }

  it('which text of a paper is kept, and takes one with a newer date', async () => {
    const texts = ['81.2%', '82.5%'].map((level) => ({
      ...PAPER,
      abstract: PAPER.abstract.replace('81.2%', level),
    }));
    const store = (record: object) =>
      runCli(['ingest', file('edit.jsonl', JSON.stringify(record))], settings);
    const outcomes = [];
    for (const text of [...texts, ...texts]) outcomes.push((await store(text)).stderr);
    // Whichever of the two stays by its content, it stays.
    expect(outcomes[0]).toContain('1 stored + 0 left as stored');
    for (const again of outcomes.slice(2)) expect(again).toContain('0 stored + 1 left as stored');
    const dated = await store({ ...texts[0], updatedAt: '2031-02-03' });
    expect(dated.stderr).toContain('1 stored + 0 left as stored');
    const other = await store({ ...texts[1], updatedAt: '2031-02-04' });
    expect(other.stderr).toContain('1 stored + 0 left as stored');
  });

  it('that an input is not there before any other is stored', async () => {
    const good = file('good.jsonl', LINE.replace('p-1', 'p-2'));
    const run = await runCli(['ingest', good, join(folder.path, 'none')], settings);
    expect(run).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^\S+none: there is no such file/),
    });
    const again = await runCli(['ingest', good, '--json'], settings);
    expect(JSON.parse(again.stdout)).toMatchObject({ stored: 1 });
  });

  it('on which line a cut text ends', async () => {
    const cut = await runCli(['extract', '-'], {}, '{"title":"x"\n');
    expect(cut).toMatchObject({ code: 3, stderr: expect.stringContaining('line 1: broken JSON') });
    const longer = await runCli(['extract', '-'], {}, '{"title":\n"x"\n\n');
    expect(longer.stderr).toContain('line 2: broken JSON');
  });

  it('that there are no papers in a list', async () => {
    const run = await runCli(['extract', '-'], {}, '[]\n');
    expect(run).toMatchObject({ code: 0, stdout: '', stderr: expect.stringMatching(/no papers/) });
  });

  it('that there is no command to help with', async () => {
    const run = await runCli(['help', 'conjure']);
    expect(run).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/unknown command 'conjure'/),
    });
    expect(await runCli(['help', 'eval'])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/--gold/),
    });
  });

  it('what annotated papers look like, by an example that it reads', async () => {
    const { stdout } = await runCli(['eval', '--help']);
    const gold = file(
      'gold.json',
      `[${stdout.slice(stdout.indexOf('{"id"'), stdout.indexOf(']}\n') + 2)}]`,
    );
    const papers = file('papers.jsonl', LINE);
    const run = await runCli(['eval', '--gold', gold, '--papers', papers, '--json']);
    expect(run.code, run.stderr).toBe(0);
    expect(JSON.parse(run.stdout).datasets).toMatchObject({ gold: 1 });
  });

  it.each([
    ['an empty annotation', '', LINE, /gold.txt: it holds no annotated paper/],
    [
      'ids that do not meet',
      '{"id":"q","datasets":[],"models":[],"tasks":[],"results":[]}',
      LINE,
      /None of the 1 annotated papers is in .*papers.txt/,
    ],
    ['another shape', '{"id":"p-1"}', LINE, /line 1: "datasets": .*eval --help/],
  ])('what is wrong with %s', async (_, gold, papers, sentence) => {
    const paths = [file('gold.txt', gold), file('papers.txt', papers)] as const;
    const run = await runCli(['eval', '--gold', paths[0], '--papers', paths[1]]);
    expect(run).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(sentence) });
  });

  it('that an annotation is not there', async () => {
    const run = await runCli([
      'eval',
      '--gold',
      join(folder.path, 'x'),
      '--papers',
      'package.json',
    ]);
    expect(run).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/x: there is no such file\.$/m),
    });
  });
});
