import { connect } from 'node:net';
import type { DataFolder } from './data-folder.js';

/** What a client sends to be counted as one; who only looks whether there is a supervisor sends nothing. */
export const HOLD = 'hold\n';

/** The one line that a supervisor answers with. */
export interface SupervisorAnswer {
  /** Of claimgraph's database. */
  readonly url: string;
  readonly pid: number;
}

/** Whether a supervisor takes connections. */
export function supervisorAnswers(folder: DataFolder): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(folder.supervisorSocket);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

/** Whether a process with this id runs, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
