import { type Command, InvalidArgumentError } from 'commander';
import { adapterNamed, type OpenOptions, SOURCES } from '../sources/index.js';

/** What a command that reads papers takes as its input, for its help. */
export const INPUT_HELP = 'a file, a folder, an http(s) address, or - for standard input';

export interface SourceFlags {
  readonly format: string;
  readonly allowPrivateAddresses?: boolean;
}

/** Adds the flags that say how inputs are opened, and the formats to the help. */
export function addSourceOptions(command: Command): Command {
  const longest = Math.max(...SOURCES.map(({ name }) => name.length));
  const formats = SOURCES.map(
    ({ name, description }) => `  ${name.padEnd(longest)}  ${description}`,
  );
  return command
    .option(
      '--format <name>',
      'the format; found by looking at the content when left out',
      knownFormat,
      'auto',
    )
    .option('--allow-private-addresses', 'read http(s) addresses of this machine and network too')
    .addHelpText('after', `\nFormats:\n${formats.join('\n')}`);
}

/** An unknown name is wrong usage, and said before anything is opened. */
function knownFormat(name: string): string {
  try {
    return name === 'auto' ? name : adapterNamed(name).name;
  } catch (error) {
    throw new InvalidArgumentError((error as Error).message);
  }
}

export function openOptionsOf({ format, allowPrivateAddresses }: SourceFlags): OpenOptions {
  return { format, http: { allowPrivate: allowPrivateAddresses ?? false } };
}
