/**
 * Every site file, in one list. Written out by hand because plain Node, the bundler and the build script must all read it the
 * same way; `test/rules/sites.test.ts` fails when a file is missing here.
 */
import type { Site } from '../../lib/sites/types.ts';
import threeDGpt from './3dgpt.json' with { type: 'json' };
import huggingFaceSpaces from './huggingface-spaces.json' with { type: 'json' };
import hyper3dRodin from './hyper3d-rodin.json' with { type: 'json' };
import meshy from './meshy.json' with { type: 'json' };
import tripo from './tripo.json' with { type: 'json' };

/** Sites that only one kind of build knows (the demo); set by the bundler, absent in plain Node. */
declare const __EXTRA_SITES__: Site[] | undefined;
const extra = typeof __EXTRA_SITES__ === 'undefined' ? [] : __EXTRA_SITES__;

export const SITES = [tripo, meshy, hyper3dRodin, threeDGpt, huggingFaceSpaces, ...extra] as Site[];
