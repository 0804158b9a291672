import { t } from '../../i18n.ts';

/** The file is no backup of ours, or a damaged one. `message` is a sentence for the person. */
export class BackupProblem extends Error {
  constructor(cause?: unknown) {
    super(t('store_no_backup'), { cause });
    this.name = 'BackupProblem';
  }
}
