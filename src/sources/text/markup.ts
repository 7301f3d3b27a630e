import { Parser } from 'htmlparser2';
import { oneLine } from './white-space.js';

/** Tags that HTML and JATS use within titles and abstracts; anything else in angle brackets is text. */
const TAG =
  /^(?:(?:jats|mml|ali|xhtml|html):)?(?:a|abstract|alternatives|annotation|b|bold|br|code|disp-formula|disp-quote|div|em|email|ext-link|fixed-case|h[1-6]|i|inf|inline-formula|inline-graphic|italic|label|li|list|list-item|m[a-z]{1,12}|monospace|none|ol|p|roman|sc|scp|sec|semantics|small|span|sans-serif|strike|strong|styled-content|sub|sup|tex-math|title|tt|u|ul|underline|uri|xref)$/i;
const BLOCK =
  /^(?:abstract|sec|p|title|label|div|h[1-6]|li|list|list-item|ol|ul|br|disp-formula|disp-quote)$/;
const HEADING = /^(?:title|label|h[1-6])$/;

/**
 * The text of a fragment of HTML or JATS on one line: inline markup dropped, entities decoded once, the
 * titles of an abstract's sections left out.
 */
export function textOfMarkup(fragment: string, { headings = true } = {}): string {
  const pieces: string[] = [];
  let skipping = 0;
  const parser: Parser = new Parser(
    {
      onopentag(name) {
        if (!TAG.test(name)) {
          if (skipping === 0) pieces.push(fragment.slice(parser.startIndex, parser.endIndex + 1));
          return;
        }
        const plain = bare(name);
        if (BLOCK.test(plain)) pieces.push(' ');
        if (!headings && HEADING.test(plain)) skipping++;
      },
      onclosetag(name, implied) {
        if (!TAG.test(name)) {
          if (skipping === 0 && !implied)
            pieces.push(fragment.slice(parser.startIndex, parser.endIndex + 1));
          return;
        }
        const plain = bare(name);
        if (BLOCK.test(plain)) pieces.push(' ');
        if (!headings && HEADING.test(plain) && skipping > 0) skipping--;
      },
      ontext(text) {
        if (skipping === 0) pieces.push(text);
      },
    },
    { decodeEntities: true, recognizeSelfClosing: true, recognizeCDATA: true, xmlMode: true },
  );
  parser.end(fragment);
  return oneLine(pieces.join(''));
}

const bare = (name: string): string => name.slice(name.indexOf(':') + 1).toLowerCase();
