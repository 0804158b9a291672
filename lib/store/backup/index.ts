/** Settings, policies and what the person made, as one file, and back from one. Dashboard pages alone carry this. */
export { exportBackup } from './export.ts';
export { importBackup, type TakenIn } from './import.ts';
export { BackupProblem } from './problem.ts';
