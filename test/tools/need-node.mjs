// Runs before `npm start` and `npm test`, on whatever Node there is: says in a sentence what a stack trace would not.
const NEEDED = [22, 12];

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])) {
  console.error(
    `Meshwarden is built with Node ${NEEDED.join('.')} or newer; this is Node ${process.versions.node}. ` +
      'On Linux and on 64-bit Windows `npm ci` brings a fitting Node along; here please install Node 24 (https://nodejs.org) and try again.',
  );
  process.exit(1);
}
