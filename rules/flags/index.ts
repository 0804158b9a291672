// Made of the files beside it: one import a rule, so that it runs in plain Node and in a bundle alike.
import type { FlagRule } from '../../lib/policy/types.ts';
import accessAndPortability from './access-and-portability.json' with { type: 'json' };
import breachNotice from './breach-notice.json' with { type: 'json' };
import changesWithNotice from './changes-with-notice.json' with { type: 'json' };
import changesWithoutNotice from './changes-without-notice.json' with { type: 'json' };
import classActionWaiver from './class-action-waiver.json' with { type: 'json' };
import contentToThirdPartyAi from './content-to-third-party-ai.json' with { type: 'json' };
import deidentifiedReuse from './deidentified-reuse.json' with { type: 'json' };
import deletionByUser from './deletion-by-user.json' with { type: 'json' };
import deletionIncomplete from './deletion-incomplete.json' with { type: 'json' };
import dpaAvailable from './dpa-available.json' with { type: 'json' };
import encryptionAtRest from './encryption-at-rest.json' with { type: 'json' };
import encryptionInTransit from './encryption-in-transit.json' with { type: 'json' };
import ephemeralProcessing from './ephemeral-processing.json' with { type: 'json' };
import forcedArbitration from './forced-arbitration.json' with { type: 'json' };
import gdprRights from './gdpr-rights.json' with { type: 'json' };
import licenceBroad from './licence-broad.json' with { type: 'json' };
import licenceEndsWithDeletion from './licence-ends-with-deletion.json' with { type: 'json' };
import licenceLimited from './licence-limited.json' with { type: 'json' };
import licenceOutlivesDeletion from './licence-outlives-deletion.json' with { type: 'json' };
import noSale from './no-sale.json' with { type: 'json' };
import noSecurityGuarantee from './no-security-guarantee.json' with { type: 'json' };
import noTraining from './no-training.json' with { type: 'json' };
import outputNotOwned from './output-not-owned.json' with { type: 'json' };
import privateByDefault from './private-by-default.json' with { type: 'json' };
import processorsNamed from './processors-named.json' with { type: 'json' };
import promiseOnlyOnPaidPlans from './promise-only-on-paid-plans.json' with { type: 'json' };
import promotionalUse from './promotional-use.json' with { type: 'json' };
import publicByDefault from './public-by-default.json' with { type: 'json' };
import retentionFixed from './retention-fixed.json' with { type: 'json' };
import retentionOpenEnded from './retention-open-ended.json' with { type: 'json' };
import rightToErasure from './right-to-erasure.json' with { type: 'json' };
import securityCertified from './security-certified.json' with { type: 'json' };
import sellsData from './sells-data.json' with { type: 'json' };
import sharesWithAdvertisers from './shares-with-advertisers.json' with { type: 'json' };
import sharesWithPartners from './shares-with-partners.json' with { type: 'json' };
import staffAccessLimited from './staff-access-limited.json' with { type: 'json' };
import staffReview from './staff-review.json' with { type: 'json' };
import trainingDataDisclosed from './training-data-disclosed.json' with { type: 'json' };
import trainingHardOptOut from './training-hard-opt-out.json' with { type: 'json' };
import trainingOptIn from './training-opt-in.json' with { type: 'json' };
import trainingOptOut from './training-opt-out.json' with { type: 'json' };
import trainsOnContent from './trains-on-content.json' with { type: 'json' };
import transferOnMerger from './transfer-on-merger.json' with { type: 'json' };
import usStateRights from './us-state-rights.json' with { type: 'json' };
import userOwnsContent from './user-owns-content.json' with { type: 'json' };
import userOwnsOutput from './user-owns-output.json' with { type: 'json' };
import vagueImprovement from './vague-improvement.json' with { type: 'json' };

/** Every rule of this folder, in the order of their names. */
export const FLAG_RULES = [
  accessAndPortability,
  breachNotice,
  changesWithNotice,
  changesWithoutNotice,
  classActionWaiver,
  contentToThirdPartyAi,
  deidentifiedReuse,
  deletionByUser,
  deletionIncomplete,
  dpaAvailable,
  encryptionAtRest,
  encryptionInTransit,
  ephemeralProcessing,
  forcedArbitration,
  gdprRights,
  licenceBroad,
  licenceEndsWithDeletion,
  licenceLimited,
  licenceOutlivesDeletion,
  noSale,
  noSecurityGuarantee,
  noTraining,
  outputNotOwned,
  privateByDefault,
  processorsNamed,
  promiseOnlyOnPaidPlans,
  promotionalUse,
  publicByDefault,
  retentionFixed,
  retentionOpenEnded,
  rightToErasure,
  securityCertified,
  sellsData,
  sharesWithAdvertisers,
  sharesWithPartners,
  staffAccessLimited,
  staffReview,
  trainingDataDisclosed,
  trainingHardOptOut,
  trainingOptIn,
  trainingOptOut,
  trainsOnContent,
  transferOnMerger,
  usStateRights,
  userOwnsContent,
  userOwnsOutput,
  vagueImprovement,
] as FlagRule[];
