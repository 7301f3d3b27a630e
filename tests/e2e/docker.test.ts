import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const composes = [['docker', 'compose'], ['docker-compose']].filter(
  ([program, ...rest]) => spawnSync(program as string, [...rest, 'version']).status === 0,
);
const [compose] = composes;

describe('the containers', () => {
  it.skipIf(!compose)('docker-compose.yml is accepted (needs docker-compose)', () => {
    const [program, ...parameters] = compose as [string, ...string[]];
    const run = spawnSync(program, [...parameters, '-f', 'docker-compose.yml', 'config']);
    expect(run.stderr.toString()).not.toMatch(/error|invalid|unsupported/i);
    expect(run.status).toBe(0);
    expect(run.stdout.toString()).toContain('healthcheck');
  });

  it('the image copies what there is', () => {
    const copies = readFileSync('Dockerfile', 'utf8').matchAll(/^COPY (?!--from)(.+) \S+$/gm);
    const sources = [...copies].flatMap(([, paths = '']) => paths.split(' '));
    expect(sources.length).toBeGreaterThan(1);
    expect(sources.filter((path) => !existsSync(path))).toEqual([]);
  });
});
