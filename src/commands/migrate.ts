import type { Command } from 'commander';
import { openStore } from '../store/index.js';
import { say } from './output.js';
import { addSettings, STORE_FLAGS, settingsOf } from './settings.js';

export function migrateCommand(program: Command): void {
  const command = program
    .command('migrate')
    .description(
      'bring the schema of the database up to date; safe to run again and beside a running server',
    );
  addSettings(command, STORE_FLAGS).action(async (options: Record<string, unknown>) => {
    const store = await openStore(settingsOf(options).config, { migrate: true });
    await store.close();
    say('The schema is up to date.');
  });
}
