import { render } from 'preact';

render(<p>Meshwarden</p>, document.body);
