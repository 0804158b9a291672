import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { tell } from '../lib/upload/runtime.ts';
import { handOver } from '../lib/watch/hand-over.ts';

export default defineUnlistedScript(() => {
  handOver(document, (html) => tell({ type: 'policy-shown', html }));
});
