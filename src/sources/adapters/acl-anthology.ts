import { encodeXML } from 'entities';
import { fullName } from '../authors.js';
import { isoDate } from '../dates.js';
import { parseDoi, parseUrl } from '../identifiers.js';
import { toItem } from '../record.js';
import type { SourceAdapter } from '../source.js';
import { childAt, childrenOf, textOf, type XmlElement } from '../xml/element.js';
import type { XmlRecord } from '../xml/records.js';
import { looksLikeXml, readXmlSource } from '../xml/xml-source.js';

/** The ACL Anthology's XML: a collection of volumes, each with its papers. */
export const aclAnthology: SourceAdapter = {
  name: 'acl-anthology',
  description: "the ACL Anthology's XML",
  detect(head) {
    if (!looksLikeXml(head)) return 0;
    if (/<collection\s[^>]*id=/.test(head) && /<(?:volume|event)[\s>]/.test(head)) return 0.95;
    return /<volume\s/.test(head) && /<(?:booktitle|paper)[\s>]/.test(head) ? 0.85 : 0;
  },
  read(text) {
    let date: string | null = null;
    return readXmlSource(text, ['meta', 'paper'], (record, { position, raw }) => {
      const { element } = record;
      if (element.name === 'meta') {
        date = isoDate(textOf(childAt(element, 'year')), textOf(childAt(element, 'month')));
        return null;
      }
      const id = anthologyId(record);
      const url = textOf(childAt(element, 'url'));
      return toItem(
        {
          id,
          title: textOf(childAt(element, 'title')),
          abstract: textOf(childAt(element, 'abstract')),
          authors: childrenOf(element, 'author').map(nameOf).filter(Boolean),
          publishedAt: date,
          doi: parseDoi(textOf(childAt(element, 'doi'))),
          url: parseUrl(url) ?? (id === null ? null : `https://aclanthology.org/${id}/`),
          source: aclAnthology.name,
        },
        position,
        within(record, date, raw),
      );
    });
  },
};

/** A paper's raw text with what the collection and the volume around it say of it. */
function within({ ancestors }: XmlRecord, date: string | null, raw: string): string {
  const tags = ancestors
    .filter(({ name, attributes: { id } }) => /^(?:collection|volume)$/.test(name) && id)
    .map(({ name, attributes: { id = '' } }) => ({ name, id: encodeXML(id) }));
  const [year, month] = date?.split('-') ?? [];
  const meta =
    `<meta>${year ? `<year>${year}</year>` : ''}` +
    `${month ? `<month>${month}</month>` : ''}</meta>`;
  const open = tags.map(({ name, id }) => `<${name} id="${id}">`);
  const close = tags.map(({ name }) => `</${name}>`).reverse();
  return [...open, meta, raw, ...close].join('');
}

/** `2020.acl-main.12`, or `P19-1007` for collections before 2020; null where the id is not whole. */
function anthologyId({ element, ancestors }: XmlRecord): string | null {
  const collection = ancestors.find(({ name }) => name === 'collection')?.attributes.id;
  const volume = ancestors.find(({ name }) => name === 'volume')?.attributes.id;
  const paper = element.attributes.id;
  if (!collection || !volume || !paper) return null;
  if (!/^[A-Z]\d\d$/.test(collection)) return `${collection}-${volume}.${paper}`;
  // Workshops and two early series have volumes of two digits, all others of one.
  const wide =
    collection.startsWith('W') ||
    collection === 'C69' ||
    (collection === 'D19' && Number(volume) >= 5);
  const digits = wide
    ? volume.padStart(2, '0') + paper.padStart(2, '0')
    : volume + paper.padStart(3, '0');
  return `${collection}-${digits}`;
}

const nameOf = (author: XmlElement): string =>
  fullName(textOf(childAt(author, 'first')), textOf(childAt(author, 'last'))) ||
  (textOf(author) ?? '');
