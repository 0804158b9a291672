import * as others from './others.js';
import * as react from './react.js';
import { calls } from './tools.js';
import { watch } from './watch.js';

const [name] = location.search.slice(1).split('&');
Object.assign(window, { calls, leaks: watch() });
({ ...react, ...others })[name](document.querySelector('#zone'));
