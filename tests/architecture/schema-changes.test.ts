import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { unannounced, undatedDeprecations } from '../support/schema-changes.js';

const current = buildSchema(readFileSync('schema/schema.graphql', 'utf8'));

describe('the schema', () => {
  it('breaks no client unless the changelog says so', () => {
    const released = buildSchema(readFileSync('schema/released.graphql', 'utf8'));
    const changelog = readFileSync('CHANGELOG.md', 'utf8');
    expect(
      unannounced(released, current, changelog),
      'write these under "### Breaking" of "## Unreleased" in CHANGELOG.md, word for word',
    ).toEqual([]);
  });

  it('says of every deprecation why, and from which day on it may go', () => {
    expect(undatedDeprecations(current)).toEqual([]);
  });
});

describe('a breaking change', () => {
  const before = buildSchema('type Query { papers(first: Int): Int methods: Int }');
  const after = buildSchema('type Query { papers(first: Int!): Int }');
  const removed = 'Query.methods was removed.';
  const narrowed = 'Query.papers arg first has changed type from Int to Int!.';

  it.each([
    ['no changelog', '', [removed, narrowed]],
    ['another section', `## Unreleased\n### Removed\n- ${removed}\n`, [removed, narrowed]],
    [
      'an older version',
      `## Unreleased\n\n## 0.1.0\n### Breaking\n- ${removed}\n`,
      [removed, narrowed],
    ],
    [
      'one of two',
      `## Unreleased\n### Breaking\n- \`Query.methods\` was\n  removed.\n`,
      [narrowed],
    ],
    ['both', `## Unreleased\n\n### Breaking\n\n- ${removed}\n- ${narrowed}\n\n## 0.1.0\n`, []],
  ])('is announced, or not, by %s', (_name, changelog, expected) => {
    expect(unannounced(before, after, changelog).sort()).toEqual([...expected].sort());
  });

  it('is none when something is added', () => {
    expect(unannounced(after, before, '')).toEqual([]);
  });
});

describe('a deprecation', () => {
  it('without reason or date is found wherever it stands', () => {
    const schema = buildSchema(`
      type Query { a(x: Int @deprecated(reason: "use y")): Int @deprecated b: Int @deprecated(reason: "2027-01-01") }
      enum E { OLD @deprecated NEW }
      input I { old: Int @deprecated(reason: "Use new; goes after 2027-01-01.") new: Int }`);
    expect(undatedDeprecations(schema)).toEqual(['Query.a', 'Query.a(x)', 'Query.b', 'E.OLD']);
  });
});
