import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { strip } from '../lib/strip/index.ts';
import { bringIn } from '../lib/upload/stripper.ts';

export default defineUnlistedScript(() => bringIn(strip));
