import { oneLine } from '../text/white-space.js';

/** An element of XML by its local name; prefixes are dropped, since no two namespaces meet in one source. */
export interface XmlElement {
  readonly name: string;
  /** By local name as well. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
}

/** The child elements, of one name where it is given. */
export function childrenOf(element: XmlElement | undefined, name?: string): XmlElement[] {
  return (element?.children ?? []).filter(
    (child): child is XmlElement =>
      typeof child !== 'string' && (name === undefined || child.name === name),
  );
}

/** The first element on a path of child names. */
export function childAt(
  element: XmlElement | undefined,
  ...path: string[]
): XmlElement | undefined {
  let at = element;
  for (const name of path) at = childrenOf(at, name)[0];
  return at;
}

/** Whether an element says by `xml:lang` that it is in English; null where it says nothing. */
export function isEnglish({ attributes }: XmlElement): boolean | null {
  return attributes.lang === undefined ? null : /^en(?:g|$|[-_])/i.test(attributes.lang);
}

/** All elements of a name at any depth, in the order of the text. */
export function descendantsOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return childrenOf(element).flatMap((child) =>
    child.name === name ? [child] : descendantsOf(child, name),
  );
}

/** Elements that stand apart from what is around them, so that their words do not run together. */
const BLOCKS = new Set(
  'p sec title list list-item def-item disp-quote disp-formula div s head ab AbstractText br break'.split(
    ' ',
  ),
);

/**
 * The text of an element with inline markup dropped, on one line.
 *
 * @param without elements left out with their text
 * @returns null where there is none
 */
export function textOf(
  element: XmlElement | undefined,
  without?: ReadonlySet<string>,
): string | null {
  if (!element) return null;
  const pieces: string[] = [];
  collect(element, without, pieces);
  const text = oneLine(pieces.join(''));
  return text === '' ? null : text;
}

function collect(
  element: XmlElement,
  without: ReadonlySet<string> | undefined,
  pieces: string[],
): void {
  const apart = BLOCKS.has(element.name);
  if (apart) pieces.push(' ');
  for (const child of versionsOf(element)) {
    if (typeof child === 'string') pieces.push(child);
    else if (!without?.has(child.name)) collect(child, without, pieces);
  }
  if (apart) pieces.push(' ');
}

/** Of a formula that is given as TeX and as MathML, the TeX. */
function versionsOf(element: XmlElement): readonly (XmlElement | string)[] {
  if (element.name !== 'alternatives') return element.children;
  const tex = childrenOf(element, 'tex-math');
  return tex.length > 0 ? tex : element.children;
}
