import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { stripAndLook } from '../lib/upload/look.ts';
import { bringIn } from '../lib/upload/stripper.ts';

export default defineUnlistedScript(() => bringIn(stripAndLook));
