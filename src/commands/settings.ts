import { type Command, Option } from 'commander';
import { type LoadedConfig, loadConfig, SETTINGS, type SettingName } from '../config.js';

/** Flags of the settings, in camel case the name of the setting. */
const FLAGS = {
  port: '--port <number>',
  host: '--host <address>',
  databaseUrl: '--database-url <url>',
  databaseReplicaUrls: '--database-replica-urls <urls>',
  dataFolder: '--data-folder <folder>',
  apiKey: '--api-key <key>',
  corsOrigin: '--cors-origin <origins>',
  trustProxy: '--trust-proxy <on|off>',
  workers: '--workers <number>',
  maxConnections: '--max-connections <number>',
} satisfies Partial<Record<SettingName, string>>;

export type FlagName = keyof typeof FLAGS;

/** Settings of every command that opens the store. */
export const STORE_FLAGS = ['databaseUrl', 'dataFolder', 'maxConnections'] as const;

export const ALL_FLAGS = Object.keys(FLAGS) as FlagName[];

/** Adds flags for settings; each says which variable stands for it and what holds without either. */
export function addSettings(command: Command, names: readonly FlagName[]): Command {
  for (const name of names) {
    const { variable, fallback, description } = SETTINGS[name];
    const without = fallback === '' ? '' : `, else ${fallback}`;
    command.addOption(new Option(FLAGS[name], `${description} (${variable}${without})`));
  }
  return command;
}

/**
 * The settings in force for a command: its flags, then the environment, then defaults.
 * @throws ClaimgraphError BAD_USER_INPUT naming the flag or the variable that cannot be read
 */
export function settingsOf(options: Readonly<Record<string, unknown>>): LoadedConfig {
  const given = ALL_FLAGS.filter((name) => typeof options[name] === 'string');
  return loadConfig(Object.fromEntries(given.map((name) => [name, options[name] as string])));
}
