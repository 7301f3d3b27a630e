export interface RunningProcess {
  readonly pid: number;
  readonly command: string;
}

export function processesNaming(folder: string): RunningProcess[];
export function postmasterOf(folder: string): RunningProcess | undefined;
export function supervisorOf(folder: string): RunningProcess | undefined;
