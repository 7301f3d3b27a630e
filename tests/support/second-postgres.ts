import { randomUUID } from 'node:crypto';
import type { TestProject } from 'vitest/node';
import { onServer } from './database.js';
import { migrateTemplate } from './template.js';

/** The server of TEST_DATABASE_URL, in a database made for the run and dropped after it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = process.env.TEST_DATABASE_URL ?? '';
  const name = `template_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  await migrateTemplate(url.href);
  project.provide('templateUrl', url.href);
  return () => onServer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
}
