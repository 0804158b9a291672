/** What `webRequest.onSendHeaders` tells, as far as we look at it. `initiator` is Chromium's word, `originUrl` Firefox's. */
export type SentRequest = {
  method: string;
  url: string;
  tabId: number;
  frameId: number;
  timeStamp: number;
  requestHeaders?: { name: string; value?: string }[];
  initiator?: string;
  originUrl?: string;
  incognito?: boolean;
};

/** Kinds of content that can be a file of the person. Browsers tell no extension how much it is. */
const FILES = /^(?:multipart\/form-data|application\/octet-stream|(?:image|video|model)\/)/i;

/** May a file go with this request, as far as its headers tell? */
export function mayCarryFile({ method, requestHeaders = [] }: SentRequest): boolean {
  if (!/^(?:POST|PUT|PATCH)$/i.test(method)) return false;
  const type = requestHeaders.find(({ name }) => name.toLowerCase() === 'content-type')?.value ?? '';
  return FILES.test(type);
}

/** The address of the page or worker that sends it; undefined for the browser itself and for what has no origin. */
export function senderOf({ initiator, originUrl }: SentRequest): string | undefined {
  if (initiator !== undefined) return initiator === 'null' ? undefined : `${initiator}/`;
  return originUrl;
}
