import type { Rule } from './rule.ts';
import { againstTheRules } from './rules/against-the-rules.ts';
import { allLost } from './rules/all-lost.ts';
import { appNotAlone } from './rules/app-not-alone.ts';
import { askedAgain } from './rules/asked-again.ts';
import { blocked } from './rules/blocked.ts';
import { disabled } from './rules/disabled.ts';
import { filledInAlready } from './rules/filled-in-already.ts';
import { informationMissing } from './rules/information-missing.ts';
import { invitedGuest } from './rules/invited-guest.ts';
import { keptOnPremises } from './rules/kept-on-premises.ts';
import { lockedOnPremises } from './rules/locked-on-premises.ts';
import { malformedValues } from './rules/malformed-values.ts';
import { mayNotRegister } from './rules/may-not-register.ts';
import { mixedPolicies } from './rules/mixed-policies.ts';
import { neverAsked } from './rules/never-asked.ts';
import { neverRegistered } from './rules/never-registered.ts';
import { noContact } from './rules/no-contact.ts';
import { noCookies } from './rules/no-cookies.ts';
import { noEmail } from './rules/no-email.ts';
import { noOfficePhone } from './rules/no-office-phone.ts';
import { noStrengthMeter } from './rules/no-strength-meter.ts';
import { noTextOrCall } from './rules/no-text-or-call.ts';
import { notAllowedAnyMore } from './rules/not-allowed-any-more.ts';
import { notEnabled } from './rules/not-enabled.ts';
import { notEverywhereYet } from './rules/not-everywhere-yet.ts';
import { notInGroup } from './rules/not-in-group.ts';
import { notLicensed } from './rules/not-licensed.ts';
import { notRegistered } from './rules/not-registered.ts';
import { nothingDecided } from './rules/nothing-decided.ts';
import { numberNotTaken } from './rules/number-not-taken.ts';
import { offForAdministrators } from './rules/off-for-administrators.ts';
import { offForEveryone } from './rules/off-for-everyone.ts';
import { onlyAppAllowed } from './rules/only-app-allowed.ts';
import { otherOrganisation } from './rules/other-organisation.ts';
import { ownProviderFails } from './rules/own-provider-fails.ts';
import { passkeyDemanded } from './rules/passkey-demanded.ts';
import { passkeyNotCounted } from './rules/passkey-not-counted.ts';
import { personalGuest } from './rules/personal-guest.ts';
import { phoneEnded } from './rules/phone-ended.ts';
import { questionsEnded } from './rules/questions-ended.ts';
import { questionsNotTaken } from './rules/questions-not-taken.ts';
import { refusedInTheCloud } from './rules/refused-in-the-cloud.ts';
import { refusedOnPremises } from './rules/refused-on-premises.ts';
import { removedWithoutAsking } from './rules/removed-without-asking.ts';
import { secondNumber } from './rules/second-number.ts';
import { serviceMissing } from './rules/service-missing.ts';
import { sessionOver } from './rules/session-over.ts';
import { stricterForAdministrators } from './rules/stricter-for-administrators.ts';
import { tooCommon } from './rules/too-common.ts';
import { tooFewMethods } from './rules/too-few-methods.ts';
import { unaskedMail } from './rules/unasked-mail.ts';
import { unclearError } from './rules/unclear-error.ts';
import { unknownUser } from './rules/unknown-user.ts';
import { unreachableOnPremises } from './rules/unreachable-on-premises.ts';
import { worksAfterNetwork } from './rules/works-after-network.ts';
import { wrongCurrentPassword } from './rules/wrong-current-password.ts';

/**
 * All rules, in the order in which the reset portal itself checks: the account, whether reset is on, the methods, where the
 * password is kept, the proofs, the new password, writing it back; then what only shows when registering.
 * Source: Microsoft Learn, "How it works: Microsoft Entra self-service password reset".
 */
export const rules: readonly Rule[] = [
  unknownUser,
  disabled,
  personalGuest,
  invitedGuest,
  offForAdministrators,
  offForEveryone,
  nothingDecided,
  notLicensed,
  notInGroup,
  notEnabled,
  neverRegistered,
  notRegistered,
  informationMissing,
  tooFewMethods,
  malformedValues,
  notAllowedAnyMore,
  phoneEnded,
  questionsEnded,
  stricterForAdministrators,
  passkeyNotCounted,
  allLost,
  keptOnPremises,
  serviceMissing,
  noCookies,
  blocked,
  noContact,
  noTextOrCall,
  ownProviderFails,
  noEmail,
  numberNotTaken,
  secondNumber,
  questionsNotTaken,
  sessionOver,
  unclearError,
  unaskedMail,
  againstTheRules,
  tooCommon,
  noStrengthMeter,
  lockedOnPremises,
  wrongCurrentPassword,
  refusedOnPremises,
  unreachableOnPremises,
  notEverywhereYet,
  refusedInTheCloud,
  worksAfterNetwork,
  mayNotRegister,
  askedAgain,
  neverAsked,
  filledInAlready,
  mixedPolicies,
  onlyAppAllowed,
  appNotAlone,
  noOfficePhone,
  otherOrganisation,
  removedWithoutAsking,
  passkeyDemanded,
];
