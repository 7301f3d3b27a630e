import type { Reporter, TestModule, TestRunEndReason } from 'vitest/node';

/** Ends a run with its counts alone on a line, for scripts that read no more. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(
    modules: readonly TestModule[],
    unhandled: readonly unknown[],
    _reason: TestRunEndReason,
  ): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (state: string) => tests.filter((test) => test.result().state === state).length;
    const broken = modules.filter((module) => module.errors().length > 0).length;
    const failed = count('failed') + broken + unhandled.length;
    const line = `${count('passed')} passed, ${failed} failed, ${count('skipped')} skipped`;
    // The summary of the default reporter is written first.
    process.on('exit', () => process.stdout.write(`${line}\n`));
  }
}
