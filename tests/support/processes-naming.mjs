import { readdirSync, readFileSync } from 'node:fs';

/** Processes whose command line names a folder, as Linux lists them. */
export function processesNaming(folder) {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
        return command.includes(folder) ? [{ pid: Number(name), command }] : [];
      } catch {
        // It ended meanwhile.
        return [];
      }
    });
}

/** The first process of the server of a data folder. */
export const postmasterOf = (folder) =>
  processesNaming(folder).find(({ command }) => /postgres -D/.test(command));

/** The process that keeps the server of a data folder. */
export const supervisorOf = (folder) =>
  processesNaming(folder).find(({ command }) => /supervisor\.js/.test(command));
