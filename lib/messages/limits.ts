/** The most of everything that a message may hold. Lengths are in UTF-16 code units. */
export const MAX_FILES = 10_000;
export const MAX_NAME = 1_024;
/** Of a host name (RFC 1035, section 2.3.4). */
export const MAX_HOST = 253;
/** The largest page that the policy reader takes. */
export const MAX_HTML = 3_000_000;
export const MAX_SITES = 1_000;
export const MAX_ID = 100;
export const MAX_FLAGS = 500;
export const MAX_PHRASE = 2_000;
export const MAX_URL = 10_000;
/** Of a project's name. */
export const MAX_PROJECT = 80;
