import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { hookBeacon, hookSocket } from '../lib/upload/hooks/beacon-socket.ts';
import { hookFetch } from '../lib/upload/hooks/fetch.ts';
import { hookForms } from '../lib/upload/hooks/forms.ts';
import { hookPaths } from '../lib/upload/hooks/paths.ts';
import { hookDetachedInputs, hookDocumentOpen, hookEarlyListeners } from '../lib/upload/hooks/reach.ts';
import { findGuard } from '../lib/upload/hooks/wire.ts';
import { hookXhr } from '../lib/upload/hooks/xhr.ts';

export default defineUnlistedScript(() => {
  const guard = findGuard();
  hookDetachedInputs(guard);
  hookEarlyListeners(guard);
  hookDocumentOpen(guard);
  hookPaths(guard);
  hookForms(guard);
  hookFetch(guard);
  hookXhr(guard);
  hookBeacon(guard);
  hookSocket(guard);
});
