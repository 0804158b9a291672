import { render } from 'preact';
import { languageTag } from '../../lib/i18n.ts';
import { Shell } from '../../lib/ui/dashboard/shell/Shell.tsx';
import { loadFlagWords } from '../../lib/ui/words/flags.ts';
import { around } from './reach.ts';

const root = document.getElementById('app');
document.documentElement.lang = languageTag();

if (root) void loadFlagWords().finally(() => render(<Shell around={around} />, root));
