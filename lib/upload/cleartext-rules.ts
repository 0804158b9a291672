/**
 * Rules by which the browser itself stops uploads in clear text (WebExtensions `declarativeNetRequest`): the last line, for what no script
 * in the page sees, such as workers and redirects. Pure.
 */
export type NetRule = {
  id: number;
  priority: number;
  action:
    | { type: 'block' | 'allow' }
    | { type: 'modifyHeaders'; responseHeaders: { header: string; operation: 'append'; value: string }[] };
  condition: {
    urlFilter?: string;
    regexFilter?: string;
    requestMethods?: string[];
    resourceTypes: string[];
    initiatorDomains?: string[];
    requestDomains?: string[];
    tabIds?: number[];
  };
};

const UPLOADS = ['post', 'put', 'patch'];
const PAGES = ['main_frame', 'sub_frame'];
const ANYTHING = [
  ...PAGES,
  'xmlhttprequest',
  'ping',
  'other',
  'object',
  'script',
  'image',
  'media',
  'font',
  'stylesheet',
];
/** What the browser counts to no tab: service workers and shared workers. */
const NO_TAB = -1;

/** 127.0.0.0/8, ::1, localhost and *.localhost, at any port: with nothing before or behind that could make it another host. */
const LOOPBACK = '^(http|ws)://(([^/@:]+\\.)?localhost|127\\.[0-9]+\\.[0-9]+\\.[0-9]+|\\[::1\\])(:[0-9]+)?/';

const BLOCK = 1;
/** What never leaves this computer, and what the person allowed, goes before. */
const ALLOW = 2;
/** Counts for scripts of this computer's programs as well, which would else pass by the rule above. */
const ALWAYS = 3;

/** Everything but sockets in clear text, and those to this computer (Content Security Policy Level 3, section 6.7.2). */
const NO_CLEAR_SOCKETS =
  'connect-src http: https: wss: data: blob: filesystem: ws://localhost:* ws://*.localhost:* ws://127.0.0.1:*';

/** The first number of a rule that is made for one tab; the standing rules have the numbers below. */
export const FIRST_ALLOWANCE = 100;

/** The standing rule for sites with these match patterns: no upload over `http`, but to this computer. */
export function blockRules(patterns: readonly string[]): NetRule[] {
  const initiatorDomains = hostsOf(patterns);
  if (initiatorDomains.length === 0) return [];
  return [
    {
      id: 1,
      priority: BLOCK,
      action: { type: 'block' },
      condition: {
        urlFilter: '|http://',
        requestMethods: UPLOADS,
        resourceTypes: ANYTHING,
        initiatorDomains,
      },
    },
    {
      id: 2,
      priority: ALLOW,
      action: { type: 'allow' },
      condition: { regexFilter: LOOPBACK, resourceTypes: [...ANYTHING, 'websocket'], initiatorDomains },
    },
  ];
}

/**
 * Workers of guarded hosts open no socket in clear text: what a script is served with binds it where it runs as a worker, and nowhere else.
 * This reaches workers whose sockets the browser shows to no extension.
 */
export function workerRules(patterns: readonly string[]): NetRule[] {
  const requestDomains = hostsOf(patterns);
  if (requestDomains.length === 0) return [];
  const policy = { header: 'content-security-policy', operation: 'append', value: NO_CLEAR_SOCKETS } as const;
  const condition = { requestDomains, resourceTypes: ['script'] };
  return [
    { id: 4, priority: ALWAYS, action: { type: 'modifyHeaders', responseHeaders: [policy] }, condition },
  ];
}

/**
 * The same for sockets of workers without a tab; sockets of a page open, and the guard holds what they send. For this session only. In
 * Firefox a socket has the `http:` address of its handshake. Chromium shows sockets of these workers to no extension (issue 40808791).
 */
export function socketRules(patterns: readonly string[]): NetRule[] {
  const initiatorDomains = hostsOf(patterns);
  if (initiatorDomains.length === 0) return [];
  const condition = {
    regexFilter: '^(http|ws)://',
    resourceTypes: ['websocket'],
    initiatorDomains,
    tabIds: [NO_TAB],
  };
  return [{ id: 3, priority: BLOCK, action: { type: 'block' }, condition }];
}

/**
 * What the person allowed: uploads to `host` from this tab. `page` is the host of the page: a form may open its answer in a tab of its
 * own, which the browser counts to that one.
 */
export function allowanceRules(id: number, host: string, tab: number, page: string): NetRule[] {
  const action = { type: 'allow' } as const;
  const to = { urlFilter: '|http://', requestDomains: [host] };
  return [
    { id, priority: ALLOW, action, condition: { ...to, resourceTypes: ANYTHING, tabIds: [tab] } },
    {
      id: id + 1,
      priority: ALLOW,
      action,
      condition: { ...to, resourceTypes: ['main_frame'], initiatorDomains: [page] },
    },
  ];
}

/** Hosts of match patterns, without the star for "and what is below": these rules mean that anyhow. */
function hostsOf(patterns: readonly string[]): string[] {
  const hosts = patterns.map((pattern) => /^https?:\/\/(?:\*\.)?([^/*]+)\//.exec(pattern)?.[1] ?? '');
  return [...new Set(hosts.filter(Boolean))].sort();
}
