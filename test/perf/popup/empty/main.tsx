import { render } from 'preact';

/** The least that a popup made with Preact can be. */
const root = document.getElementById('app');
if (root) render(<h1>Nothing to see here</h1>, root);
