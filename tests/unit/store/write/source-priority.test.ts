import { describe, expect, it } from 'vitest';
import { SOURCES } from '../../../../src/sources/index.js';
import { sourcePriority } from '../../../../src/store/write/source-priority.js';

describe('the priority of sources', () => {
  it('gives each of them a place of its own, before what is unknown and the sample', () => {
    const places = SOURCES.map(({ name }) => sourcePriority(name));
    expect(new Set(places).size).toBe(places.length);
    expect(Math.max(...places)).toBeLessThan(sourcePriority('a format of tomorrow'));
    expect(sourcePriority('a format of tomorrow')).toBeLessThan(sourcePriority('sample'));
  });

  it("puts the authors' own abstract before copies of it", () => {
    expect(sourcePriority('oai-pmh')).toBeLessThan(sourcePriority('openalex'));
    expect(sourcePriority('openalex')).toBeLessThan(sourcePriority('csv'));
  });
});
