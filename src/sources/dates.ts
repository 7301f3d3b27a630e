const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAME =
  /^(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?$/i;

type Part = string | number | null | undefined;

/**
 * An ISO date as precise as its parts are known. A month may be a number or its English name; what is
 * neither, and what stands after it, is left out.
 *
 * @returns null without a year of four digits
 */
export function isoDate(year: Part, month?: Part, day?: Part): string | null {
  const y = /^\d{4}$/.exec(String(year ?? '').trim())?.[0];
  if (y === undefined || y === '0000') return null;
  const m = monthNumber(month);
  if (m === null) return y;
  const d = numberWithin(day, 31);
  return d === null ? `${y}-${two(m)}` : `${y}-${two(m)}-${two(d)}`;
}

/** Reads `2024`, `2024-05`, `2024-05-27` and ISO times, or slashes in their place; null for anything else. */
export function parseDate(text: string): string | null {
  const match = /^(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?![\d])/.exec(text.trim());
  if (match) return isoDate(match[1], match[2], match[3]);
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text.trim());
  return compact ? isoDate(compact[1], compact[2], compact[3]) : null;
}

const MAIL_DATE = /(\d{1,2})\s+([A-Za-z]{3,9})\.?,?\s+(\d{2}|\d{4})\b/;

/** The day of a date as mail writes it, `Mon, 2 Apr 2007 19:18:42 GMT`; years of two digits since 1990. */
export function parseMailDate(text: string): string | null {
  const match = MAIL_DATE.exec(text);
  if (!match) return null;
  const [, day, month, year = ''] = match;
  const full = year.length === 4 ? year : Number(year) >= 90 ? `19${year}` : `20${year}`;
  return isoDate(full, month, day);
}

/** Reads a date in any form that sources write free text in: ISO, mail, `May 27, 2024`, `May 2024`. */
export function parseAnyDate(text: string): string | null {
  const iso = parseDate(text) ?? parseMailDate(text);
  if (iso !== null) return iso;
  const named = /([A-Za-z]{3,9})\.?\s+(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?(\d{4})\b/.exec(text);
  if (named) return isoDate(named[3], named[1], named[2]);
  const year = /\b(1[5-9]\d{2}|20\d{2})\b/.exec(text);
  return isoDate(year?.[0]);
}

function monthNumber(month: Part): number | null {
  const text = String(month ?? '').trim();
  if (MONTH_NAME.test(text)) return MONTHS.indexOf(text.slice(0, 3).toLowerCase()) + 1;
  return numberWithin(text, 12);
}

function numberWithin(part: Part, max: number): number | null {
  const text = String(part ?? '').trim();
  if (!/^\d{1,2}$/.test(text)) return null;
  const number = Number(text);
  return number >= 1 && number <= max ? number : null;
}

const two = (number: number): string => String(number).padStart(2, '0');
