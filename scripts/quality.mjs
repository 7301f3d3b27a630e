/**
 * Measures the extractor, writes the figures that the API states (src/evaluation/quality.json), and raises
 * the floors of tests/golden/floors.json; a floor never sinks (run by `npm run quality`).
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { measure, measuredSets, readQuality } from '../dist/src/evaluation/index.js';
import { createPaperReader } from '../dist/src/pipeline/index.js';

const QUALITY = 'src/evaluation/quality.json';
const FLOORS = 'tests/golden/floors.json';
const ABSTRACTS = '../shared/gold/dev.jsonl';

const reader = createPaperReader();
const present = existsSync(ABSTRACTS);
const measured = measuredSets('.', present ? ABSTRACTS : null).map((set) => measure(set, reader));
const kept = present ? [] : readQuality().sets.filter(({ name }) => name === 'abstracts');
const quality = { extractorVersion: reader.extractorVersion, sets: [...measured, ...kept] };
writeFileSync(QUALITY, `${JSON.stringify(quality, null, 2)}\n`);

const floors = JSON.parse(readFileSync(FLOORS, 'utf8'));
for (const { name, fields } of measured) {
  const floor = floors[name] ?? {};
  floors[name] = Object.fromEntries(
    fields.map(({ field, f1 }) => [field, Math.max(floor[field] ?? 0, f1)]),
  );
  for (const { field, f1 } of fields) {
    const below = f1 < (floor[field] ?? 0) ? `  below the floor of ${floor[field]}` : '';
    console.log(`${name.padEnd(10)} ${field.padEnd(22)} ${f1.toFixed(3)}${below}`);
  }
}
writeFileSync(FLOORS, `${JSON.stringify(floors, null, 2)}\n`);
