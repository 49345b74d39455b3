import { run } from '../src/hosts/cli/program.ts';
import { resourcesBelow } from '../src/workspace/resources.ts';
process.exitCode = await run(process.argv.slice(3), { resources: resourcesBelow('/tmp/wt/corporate'), folder: process.argv[2]!, out: (t) => void process.stdout.write(t), err: (t) => void process.stderr.write(t), terminal: false, now: () => 0 });
