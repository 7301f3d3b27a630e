import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ClaimgraphError } from '../../domain/index.js';

/** How a Postgres program has to be started here. */
export interface Launch {
  /** Programs to put before it. */
  readonly prefix: readonly string[];
  /** User to become, where a user namespace cannot be had; its folders must be given to it. */
  readonly user: { readonly uid: number; readonly gid: number } | null;
}

const run = promisify(execFile);
/** Maps root to `nobody` inside a namespace: files stay root's, and nobody has to be created. */
const NAMESPACE = ['unshare', '--user', '--map-user=65534'];
/** Stops Postgres when the process that started it dies, even by SIGKILL. */
const DIE_WITH_PARENT = ['setpriv', '--pdeathsig', 'INT'];

/**
 * Postgres refuses to run as root. An ordinary user starts it directly; root goes through a user namespace,
 * or else becomes `postgres` or `nobody`.
 * @param program a Postgres binary, to see whether another user can reach it
 * @throws ClaimgraphError when root has none of these ways.
 */
export async function chooseLaunch(program: string): Promise<Launch> {
  const deathSignal = (await succeeds([...DIE_WITH_PARENT, 'true'])) ? DIE_WITH_PARENT : [];
  if (process.getuid?.() !== 0) return { prefix: deathSignal, user: null };
  if (await succeeds([...NAMESPACE, 'true'])) {
    return { prefix: [...NAMESPACE, ...deathSignal], user: null };
  }
  for (const name of ['postgres', 'nobody']) {
    const user = await lookUp(name);
    if (user && (await succeeds([program, '--version'], user)))
      return { prefix: deathSignal, user };
  }
  throw new ClaimgraphError(
    'SERVICE_UNAVAILABLE',
    'Postgres does not run as root, this machine allows no user namespaces, and neither `postgres` nor ' +
      '`nobody` can reach its binaries: run claimgraph as an ordinary user, or set DATABASE_URL.',
  );
}

async function succeeds(command: readonly string[], user?: Launch['user']): Promise<boolean> {
  const [program, ...parameters] = command as [string, ...string[]];
  return run(program, parameters, { ...user, timeout: 10_000 }).then(
    () => true,
    () => false,
  );
}

async function lookUp(name: string): Promise<Launch['user']> {
  const numbers = await Promise.all(
    ['-u', '-g'].map((flag) => run('id', [flag, name]).catch(() => ({ stdout: '' }))),
  );
  const [uid, gid] = numbers.map(({ stdout }) => Number.parseInt(stdout, 10));
  return uid && gid ? { uid, gid } : null;
}
