import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readBytes } from './read-source.js';

const read = (text: string, format = 'auto') => readBytes('input', Buffer.from(text), { format });
const titles = ({ records }: Awaited<ReturnType<typeof read>>) => records.map(({ title }) => title);

const entry = (title: string): string =>
  `<entry><id>http://arxiv.org/abs/3102.00001v1</id><title>${title}</title><summary>Two.</summary></entry>`;
const feed = (...entries: string[]): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom">${entries.join('')}</feed>`;

describe('hostile input', () => {
  it('nested 10,000 deep rejects that record of JSON alone', async () => {
    const deep = `{"title":"deep","abstract":${'['.repeat(10_000)}${']'.repeat(10_000)}}`;
    const reading = await read(`[{"title":"before"},${deep},{"title":"after"}]`);
    expect(titles(reading)).toEqual(['before', 'after']);
    expect(reading.rejects[0]?.reason).toMatch(/nested deeper than 100 levels/);
  });

  it('nested 1,000 deep rejects that record of XML alone', async () => {
    const deep = entry(`${'<b>'.repeat(1_000)}x${'</b>'.repeat(1_000)}`);
    const reading = await read(feed(entry('before'), deep, entry('after')), 'arxiv-atom');
    expect(titles(reading)).toEqual(['before', 'after']);
    expect(reading.rejects[0]?.reason).toMatch(/nested deeper than 100 elements/);
  });

  it('nested without end is not read further', async () => {
    const reading = await read(feed(entry('before'), '<a>'.repeat(100_000)), 'arxiv-atom');
    expect(titles(reading)).toEqual(['before']);
    expect(reading.rejects[0]?.reason).toMatch(/nested deeper than 2000 elements/);
  });

  it('never expands an entity of its own making, nor reads what one points at', async () => {
    const types =
      '<!DOCTYPE feed [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>';
    const reading = await read(types + feed(entry('&b; &c; &amp; &eacute;')), 'arxiv-atom');
    expect(titles(reading)).toEqual(['&b; &c; & é']);
  });

  it('with a title of 10 MB rejects that record alone', async () => {
    const long = 'word '.repeat(2_000_000);
    const lines = [{ title: 'before' }, { title: long }, { title: 'after' }];
    const reading = await read(lines.map((line) => JSON.stringify(line)).join('\n'));
    expect(titles(reading)).toEqual(['before', 'after']);
    expect(reading.rejects[0]?.reason).toMatch(/longer than 2000000 characters/);
    expect(reading.rejects[0]?.raw.length).toBe(100_000);
    const xml = await read(feed(entry('before'), entry(long), entry('after')), 'arxiv-atom');
    expect(titles(xml)).toEqual(['before', 'after']);
  });

  it('in a metadata format that goes by the name of a property of every object is rejected', async () => {
    const xml = `<OAI-PMH><ListRecords><record><header><identifier>oai:a:1</identifier></header>
      <metadata><constructor><title>A</title></constructor></metadata></record></ListRecords></OAI-PMH>`;
    const { records, rejects } = await readBytes('a.xml', Buffer.from(xml));
    expect(records).toEqual([]);
    expect(rejects.map(({ reason }) => reason)).toEqual([
      expect.stringMatching(/"constructor" is not read/),
    ]);
  });

  it('that unpacks to far more than its size is not read further', async () => {
    const bomb = gzipSync(`{"title":"before"}\n${' '.repeat(200_000_000)}\n{"title":"after"}\n`);
    const { records, rejects } = await readBytes('bomb.gz', bomb);
    expect(records.map(({ title }) => title)).toEqual(['before']);
    expect(rejects.at(-1)?.reason).toMatch(/unpacks to more than 200 times its size/);
  }, 120_000);

  it('that is mail and millions of blank lines ends', async () => {
    const mail =
      'From: a@invented.example\nDate: Mon, 3 Feb 2031 10:00:00 GMT\nSubject: arXiv daily\n\n' +
      '\\\\\narXiv:3102.00051\nTitle: Feathers\n\\\\\n  They fall.\n\\\\\n';
    const { format, records } = await readBytes('mail.gz', gzipSync(mail + '\n'.repeat(3_000_000)));
    expect(format).toBe('arxiv-mail');
    expect(records.map(({ title }) => title)).toEqual(['Feathers']);
  }, 120_000);

  it.each(['a\n', '--\n', '=\n'])(
    'that is mail and 200,000 lines of %j is not waited for line by line',
    async (line) => {
      const mail =
        'From: a@invented.example\nDate: Mon, 3 Feb 2031 10:00:00 GMT\nSubject: arXiv daily\n' +
        'Content-Transfer-Encoding: quoted-printable\n\n' +
        `\\\\\narXiv:3102.00051\nTitle: Feathers\n\\\\\n  They fall.\n\\\\\n${'-'.repeat(40)}\n`;
      let turns = 0;
      let turning = setImmediate(function turn() {
        turns++;
        turning = setImmediate(turn);
      });
      const { records } = await readBytes('mail', Buffer.from(mail + line.repeat(200_000)));
      expect(records.map(({ title }) => title)).toEqual(['Feathers']);
      clearImmediate(turning);
      // A turn of the event loop for each line takes minutes for a text of millions.
      expect(turns).toBeLessThan(10_000);
    },
  );

  it('that is mail of too many parts says so', async () => {
    const part =
      '--b\n\n\\\\\narXiv:3102.00051\nTitle: Feathers\n\\\\\n  They fall.\n\\\\\n' +
      `${'-'.repeat(40)}\n\n`;
    const mail =
      'From: a@invented.example\nSubject: arXiv daily\n' +
      `Content-Type: multipart/mixed; boundary=b\n\n${part.repeat(2_000)}`;
    const { records, rejects } = await read(mail, 'arxiv-mail');
    expect(records[0]?.title).toBe('Feathers');
    expect(rejects.at(-1)?.reason).toMatch(/the message cannot be read further/);
  });

  it('without a line end or a closing bracket ends with a reject', async () => {
    const { rejects } = await read(`[{"title":"${'x'.repeat(40_000_000)}`);
    expect(rejects.at(-1)?.reason).toMatch(/longer than 32000000 bytes/);
  });

  it('that is no text, or empty, is refused with a sentence', async () => {
    await expect(readBytes('a.zip', Buffer.from('PK\u0003\u0004\u0000\u0000'))).rejects.toThrow(
      /binary file/,
    );
    await expect(readBytes('a.txt', Buffer.from('  \n '))).rejects.toThrow(/the file is empty/);
    await expect(read('<html><body>Hello</body></html>')).rejects.toThrow(
      /format is not recognised/,
    );
  });
});
