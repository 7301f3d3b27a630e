const TOKEN = /\\[A-Za-z]+\s*|\\[^A-Za-z]|[{}$]|[^\\{}$]+/g;

/**
 * Drops the braces that only guard capitals: `The {QuillNet}` is `The QuillNet`. Those of a macro's
 * argument, of math, and escaped ones mean something and stay.
 */
export function withoutGuards(tex: string): string {
  const kept: boolean[] = [];
  let plain = '';
  let inMath = false;
  let followsMacro = false;
  for (const [token] of tex.matchAll(TOKEN)) {
    let keep = true;
    if (token === '$') inMath = !inMath;
    else if (token === '{') {
      keep = inMath || followsMacro;
      kept.push(keep);
    } else if (token === '}') keep = kept.pop() ?? false;
    if (keep) plain += token;
    // The braces of a second argument follow those of the first.
    followsMacro =
      (token.startsWith('\\') && !/^\\[{}$%&_#]/.test(token)) || (token === '}' && keep);
  }
  return plain.trim();
}
