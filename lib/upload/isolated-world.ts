/** To be imported before all others by scripts that run in the extension's own world, and by no script that runs in the page's. */
import { captureLazily } from './capturing.ts';

captureLazily();
