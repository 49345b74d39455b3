// The runner's own count as one closing line: `N passed, N failed, N skipped`. Above it each test that passed at a second try, with its
// first failure: the runner says nothing of them.
export default class CountReporter {
  onTestRunEnd(modules, unhandledErrors) {
    const count = { passed: 0, failed: 0, skipped: 0 };
    const again = [];
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state, errors } = test.result();
        if (test.diagnostic()?.flaky) again.push(`passed at a second try: ${test.fullName}: ${errors?.[0]?.message ?? ''}\n`);
        count[state === 'passed' || state === 'skipped' ? state : 'failed'] += 1;
      }
      if (module.state() === 'failed' && module.errors().length > 0) count.failed += 1;
    }
    count.failed += unhandledErrors.length;
    process.once('exit', () =>
      process.stdout.write(`\n${again.join('')}${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped\n`),
    );
  }
}
