// `npm run format`: rewrites the files (or those named) in the one form that `npm run check`
// accepts, and fixes what lint can fix safely.
import { bin, node } from './process.ts';

const files = process.argv.slice(2);
await node([bin('oxlint'), '--fix', ...files], { quiet: true }); // what it cannot fix, the check tells
const { code } = await node([bin('oxfmt'), '--write', ...files]);
process.exit(code);
