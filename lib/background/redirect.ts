import { classifyEndpoint } from '../upload/endpoint.ts';

/** What `webRequest.onBeforeRedirect` tells, as far as we look at it. `initiator` is Chromium's word, `originUrl` Firefox's. */
export type Redirect = {
  method: string;
  statusCode: number;
  url: string;
  redirectUrl: string;
  tabId: number;
  frameId: number;
  timeStamp: number;
  initiator?: string;
  originUrl?: string;
  incognito?: boolean;
};

/**
 * The host that a redirect would carry an upload to in clear text; undefined for any other redirect. Only 307 and 308 send the body on
 * (RFC 9110, section 15.4).
 */
export function fallenTo({ method, statusCode, url, redirectUrl }: Redirect): string | undefined {
  if (!/^(?:POST|PUT|PATCH)$/i.test(method) || (statusCode !== 307 && statusCode !== 308)) return undefined;
  const { safe, host } = classifyEndpoint(redirectUrl, url);
  return safe ? undefined : host;
}
