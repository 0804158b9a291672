import { render } from 'preact';
import { Shell } from '../../lib/ui/dashboard/shell/Shell.tsx';
import { speakHere } from '../../lib/ui/language.ts';
import { loadMore } from '../../lib/ui/more.ts';
import { around } from './reach.ts';

const root = document.getElementById('app');
speakHere(document);

if (root) void loadMore().finally(() => render(<Shell around={around} />, root));
