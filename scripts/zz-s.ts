import { writeFileSync } from 'node:fs';
import { CORPORATE_SAMPLES } from '../test/support/corporate/samples.ts';
for (const s of CORPORATE_SAMPLES) writeFileSync('/tmp/cw/'+s.file, await s.make());
