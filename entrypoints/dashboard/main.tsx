import { render } from 'preact';
import { Shell } from '../../lib/ui/dashboard/shell/Shell.tsx';
import { speakHere } from '../../lib/ui/language.ts';
import { loadFlagWords } from '../../lib/ui/words/flags.ts';
import { around } from './reach.ts';

const root = document.getElementById('app');
speakHere(document);

if (root) void loadFlagWords().finally(() => render(<Shell around={around} />, root));
