import { fullName } from '../authors.js';
import { isoDate } from '../dates.js';
import { parseDoi } from '../identifiers.js';
import { rejectItem, toItem } from '../record.js';
import type { SourceAdapter } from '../source.js';
import { childAt, childrenOf, textOf, type XmlElement } from '../xml/element.js';
import { looksLikeXml, readXmlSource } from '../xml/xml-source.js';

/** PubMed's XML, as its download service and its yearly files hold it. */
export const pubmed: SourceAdapter = {
  name: 'pubmed',
  description: "PubMed's XML",
  detect(head) {
    if (!looksLikeXml(head)) return 0;
    return /<(?:PubmedArticleSet|PubmedArticle|MedlineCitation|MedlineCitationSet)[\s>]/.test(head)
      ? 0.95
      : 0;
  },
  read: (text) =>
    readXmlSource(
      text,
      ['PubmedArticle', 'MedlineCitation', 'PubmedBookArticle', 'DeleteCitation'],
      ({ element }, { position, raw }) => {
        if (element.name === 'PubmedBookArticle') {
          return rejectItem('the record is a book or a chapter of one, not a paper', position, raw);
        }
        if (element.name === 'DeleteCitation') {
          return rejectItem('the records are deleted at their source', position, raw);
        }
        const citation =
          element.name === 'MedlineCitation' ? element : childAt(element, 'MedlineCitation');
        const article = childAt(citation, 'Article');
        const pmid = textOf(childAt(citation, 'PMID'));
        return toItem(
          {
            id: pmid,
            title:
              textOf(childAt(article, 'ArticleTitle')) ??
              textOf(childAt(article, 'VernacularTitle')),
            abstract: abstractOf(childAt(article, 'Abstract')),
            authors: childrenOf(childAt(article, 'AuthorList'), 'Author')
              .map(nameOf)
              .filter(Boolean),
            publishedAt:
              dateOf(childAt(article, 'Journal', 'JournalIssue', 'PubDate')) ??
              dateOf(childAt(article, 'ArticleDate')),
            updatedAt: dateOf(childAt(citation, 'DateRevised')),
            doi: doiOf(article, childAt(element, 'PubmedData')),
            url: pmid === null ? null : `https://pubmed.ncbi.nlm.nih.gov/${pmid}/`,
            source: pubmed.name,
          },
          position,
          raw,
        );
      },
    ),
};

/** Sections follow one another; their labels are attributes and stay out. */
function abstractOf(abstract: XmlElement | undefined): string | null {
  const sections = childrenOf(abstract, 'AbstractText').flatMap((section) => textOf(section) ?? []);
  return sections.length === 0 ? null : sections.join(' ');
}

function nameOf(author: XmlElement): string {
  const part = (name: string): string | null => textOf(childAt(author, name));
  return (
    part('CollectiveName') ??
    fullName(part('ForeName') ?? part('Initials'), part('LastName'), part('Suffix'))
  );
}

/** A date in parts, or in words: of `2018 May-Jun` only the year is plain. */
function dateOf(date: XmlElement | undefined): string | null {
  const part = (name: string): string | null => textOf(childAt(date, name));
  const words = /^(\d{4})(?:\s+([A-Za-z]{3,9})(?:\s+(\d{1,2}))?)?$/.exec(part('MedlineDate') ?? '');
  if (words) return isoDate(words[1], words[2], words[3]);
  return isoDate(part('Year') ?? part('MedlineDate')?.slice(0, 4), part('Month'), part('Day'));
}

function doiOf(article: XmlElement | undefined, data: XmlElement | undefined): string | null {
  const located = childrenOf(article, 'ELocationID').find(
    ({ attributes }) => attributes.EIdType === 'doi',
  );
  const listed = childrenOf(childAt(data, 'ArticleIdList'), 'ArticleId').find(
    ({ attributes }) => attributes.IdType === 'doi',
  );
  return parseDoi(textOf(listed)) ?? parseDoi(textOf(located));
}
