import type { Command } from 'commander';
import { SETTING_NAMES, SETTINGS, shownSetting } from '../config.js';
import { writeLine } from './output.js';
import { ALL_FLAGS, addSettings, settingsOf } from './settings.js';

export function configCommand(program: Command): void {
  const command = program
    .command('config')
    .description('print the settings in force and where each comes from; secrets are masked')
    .option('--json', 'one JSON object instead of a table');
  addSettings(command, ALL_FLAGS).action(async (options: { json?: boolean }) => {
    const { config, origins } = settingsOf(options as Record<string, unknown>);
    const rows = SETTING_NAMES.map((name) => ({
      variable: SETTINGS[name].variable,
      value: shownSetting(name, config),
      origin: origins[name],
      description: SETTINGS[name].description,
    }));
    if (options.json) {
      const byVariable = rows.map(({ variable, ...rest }) => [variable, rest]);
      return writeLine(JSON.stringify(Object.fromEntries(byVariable), null, 2));
    }
    const width = (column: 'variable' | 'value') =>
      Math.max(...rows.map((row) => row[column].length));
    const widths = [width('variable'), width('value')] as const;
    for (const { variable, value, origin, description } of rows) {
      const cells = [variable.padEnd(widths[0]), value.padEnd(widths[1]), origin.padEnd(11)];
      await writeLine(`${cells.join('  ')}  ${description}`);
    }
  });
}
