/** Notes something that went wrong and that a later run may set right. */
export function reportProblem(error: unknown): void {
  console.warn('Meshwarden:', error);
}
