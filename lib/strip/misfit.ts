/** The file makes no sense, so no part of it can be trusted to be only picture. The message is for the user. */
export class Misfit extends Error {}

export const BAD_LENGTHS = 'The lengths inside the file do not add up.';
