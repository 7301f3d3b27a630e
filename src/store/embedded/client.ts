import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { ClaimgraphError } from '../../domain/index.js';
import { builtModule } from '../built-module.js';
import { cannotStart } from './cluster.js';
import { type DataFolder, dataFolder, makeFolders } from './data-folder.js';
import { HOLD, type SupervisorAnswer } from './protocol.js';

const LONGEST_WAIT = 150_000;
const PAUSE = 25;

/** A share in the embedded Postgres of a data folder. */
export interface EmbeddedServer {
  readonly url: string;
  /** Gives the share up; the last to do so stops the server. */
  release(): void;
}

/**
 * Joins the embedded Postgres of a data folder, starting it first if nobody has. While the share is held, a
 * killed supervisor is replaced, under the same address.
 * @throws ClaimgraphError with one sentence when there is no way to start it.
 */
export async function joinEmbedded(root: string): Promise<EmbeddedServer> {
  if (process.platform === 'win32') {
    throw new ClaimgraphError(
      'SERVICE_UNAVAILABLE',
      'The embedded Postgres needs Linux or macOS: set DATABASE_URL to a Postgres of your own.',
    );
  }
  makeFolders(dataFolder(root));
  const folder = dataFolder(realpathSync(root));
  let released = false;
  let hold = await join(folder);
  const rejoin = async () => {
    if (released) return;
    try {
      const again = await join(folder);
      if (released) again.socket.destroy();
      else hold = again;
      again.socket.once('close', rejoin);
    } catch {
      await sleep(1000);
      void rejoin();
    }
  };
  hold.socket.once('close', rejoin);
  return {
    url: hold.answer.url,
    release() {
      released = true;
      hold.socket.destroy();
    },
  };
}

interface Hold {
  readonly socket: Socket;
  readonly answer: SupervisorAnswer;
}

async function join(folder: DataFolder): Promise<Hold> {
  const deadline = Date.now() + LONGEST_WAIT;
  let starter: Starter | null = null;
  while (Date.now() < deadline) {
    const hold = await knock(folder);
    if (hold) {
      starter?.leave();
      return hold;
    }
    if (starter?.failure) throw starter.failure;
    // One that ended well found another supervisor, which may have ended since: try again.
    if (!starter || starter.ended) starter = new Starter(folder);
    await sleep(PAUSE);
  }
  throw cannotStart('it took too long', folder.log);
}

/** Connects to the supervisor; null when there is none or it is on its way out. */
function knock(folder: DataFolder): Promise<Hold | null> {
  return new Promise((resolve) => {
    const socket = connect(folder.supervisorSocket, () => socket.write(HOLD));
    let received = '';
    const gone = () => resolve(null);
    socket.setEncoding('utf8').on('error', gone).once('close', gone);
    socket.on('data', (chunk: string) => {
      received += chunk;
      if (!received.endsWith('\n')) return;
      // The share must not keep a process that has finished from ending.
      socket.off('close', gone).unref();
      resolve({ socket, answer: JSON.parse(received) as SupervisorAnswer });
    });
  });
}

/** A supervisor that was asked for, until it answers on its socket or says why it cannot. */
class Starter {
  private readonly child: ChildProcess;
  private output = '';
  ended = false;
  failure: ClaimgraphError | null = null;

  constructor(folder: DataFolder) {
    const program = builtModule('./supervisor.js', import.meta.url);
    if (!existsSync(program)) throw cannotStart(`${program} is missing: run \`npm run build\``);
    // A session of its own: Ctrl-C in the terminal is for the command, not for the server.
    this.child = spawn(process.execPath, [program, folder.root], {
      detached: true,
      stdio: ['ignore', 'pipe', 'ignore'],
      cwd: folder.root,
    });
    this.child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      this.output += chunk;
    });
    this.child.once('error', (error) => this.end(error.message));
    this.child.once('close', (code) => this.end(code === 0 ? null : 'its supervisor ended early'));
  }

  private end(why: string | null): void {
    this.ended = true;
    if (why === null) return;
    const said = /^\{"error":.*\}$/m.exec(this.output)?.[0];
    this.failure = said
      ? new ClaimgraphError('SERVICE_UNAVAILABLE', (JSON.parse(said) as { error: string }).error)
      : cannotStart(why);
  }

  /** Lets this process end while the supervisor goes on. */
  leave(): void {
    this.child.stdout?.destroy();
    this.child.unref();
  }
}
