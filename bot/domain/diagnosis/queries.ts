import type { MethodName } from '../methods/method.ts';
import { day, type Instant } from '../time.ts';
import { type EvidenceKind, evidenceOf } from './evidence.ts';
import type { Facts, ResetTry } from './facts.ts';
import type { EndedMethods, FactQueries } from './rule.ts';
import { tellingTry, triesSinceSuccess } from './tries.ts';
import { type UsableMethods, usableMethods } from './usable-methods.ts';

const endedMethods: Readonly<Record<EndedMethods, readonly MethodName[]>> = {
  phone: ['authentication-phone', 'office-phone'],
  questions: ['security-questions'],
};

export function queryFacts(facts: Facts, now: Instant): FactQueries {
  let counted: UsableMethods | undefined | null = null;
  const methods = () => {
    if (counted === null) counted = usableMethods(facts);
    return counted;
  };
  return {
    is(name, ...values) {
      const fact = facts[name];
      if (fact.kind !== 'known') return undefined;
      const value = values.find((one) => one === fact.value);
      // A name and one of its own values make a kind, which the compiler can't follow.
      return value === undefined ? undefined : [evidenceOf(`${name}.${value}` as EvidenceKind, name, value, fact)];
    },
    methodsAre(...verdicts) {
      const found = methods();
      return found && verdicts.includes(found.verdict) ? found.evidence : undefined;
    },
    lastTry(...reasons) {
      const { tries } = facts;
      const last = tellingTry(facts, now);
      if (tries.kind !== 'known' || !last?.reason || !reasons.includes(last.reason)) return undefined;
      return [evidenceOf(`tries.${last.reason}`, 'tries', last.reason, tries, last.at)];
    },
    tryEnded(end, within) {
      const { tries } = facts;
      if (tries.kind !== 'known') return undefined;
      const found = tries.value.find((one) => ended(one, end) && one.at <= now && now - one.at <= within);
      return found && [evidenceOf(`tries.${end}`, 'tries', found.end, tries, found.at)];
    },
    blocked() {
      const { blockedUntil, tries } = facts;
      if (blockedUntil.kind === 'known') {
        const { value } = blockedUntil;
        if (value !== null && value > now)
          return [evidenceOf('blockedUntil.then', 'blockedUntil', value, blockedUntil)];
      }
      const block = triesSinceSuccess(facts, now).find(({ end, at }) => end === 'blocked' && at > now - day);
      return block && tries.kind === 'known'
        ? [evidenceOf('tries.blocked', 'tries', 'blocked', tries, block.at)]
        : undefined;
    },
    notBlocked() {
      const { blockedUntil } = facts;
      if (blockedUntil.kind !== 'known' || blockedUntil.value !== null) return undefined;
      return [evidenceOf('blockedUntil.none', 'blockedUntil', null, blockedUntil)];
    },
    undelivered(...channels) {
      const { undelivered } = facts;
      if (undelivered.kind !== 'known') return undefined;
      const found = undelivered.value.find(({ channel, at }) => channels.includes(channel) && now - at <= day);
      return found && [evidenceOf(`undelivered.${found.channel}`, 'undelivered', found.channel, undelivered, found.at)];
    },
    some(name) {
      const fact = facts[name];
      return fact.kind === 'known' && fact.value.length > 0 ? [evidenceOf(name, name, fact.value, fact)] : undefined;
    },
    onlyFilledIn() {
      const { methods: registered, prefilled } = facts;
      if (registered.kind !== 'known' || prefilled.kind !== 'known' || prefilled.value.length === 0) return undefined;
      const now = methods();
      if (!now || now.verdict === 'enough') return undefined;
      const both = [...new Set([...registered.value, ...prefilled.value])];
      if (usableMethods({ ...facts, methods: { ...registered, value: both } })?.verdict !== 'enough') return undefined;
      return [...now.evidence, evidenceOf('prefilled', 'prefilled', prefilled.value, prefilled)];
    },
    requires(count) {
      const { required } = facts;
      if (required.kind !== 'known' || required.value !== count) return undefined;
      return [evidenceOf(`required.${count}`, 'required', count, required)];
    },
    ended(what) {
      const { ended } = facts;
      if (ended.kind !== 'known' || !ended.value.some((method) => endedMethods[what].includes(method)))
        return undefined;
      return [evidenceOf('ended', 'ended', ended.value, ended)];
    },
    missesEnded(what) {
      const { methods: registered, ended, administrator } = facts;
      if (registered.kind !== 'known' || ended.kind !== 'known') return undefined;
      // Questions of an administrator never counted, whoever takes them.
      if (what === 'questions' && administrator.kind === 'known' && administrator.value) return undefined;
      const missed = (method: MethodName) => endedMethods[what].includes(method) && ended.value.includes(method);
      const now = methods();
      if (now?.verdict !== 'not-allowed' || !registered.value.some(missed)) return undefined;
      const before = usableMethods({ ...facts, ended: { ...ended, value: [] } });
      return before?.verdict === 'enough' ? now.evidence : undefined;
    },
    enoughLeft() {
      const { methods: registered, lost } = facts;
      if (registered.kind !== 'known' || lost.kind !== 'known' || lost.value.length === 0) return undefined;
      const left = registered.value.filter((method) => !lost.value.includes(method));
      const after = usableMethods({ ...facts, methods: { ...registered, value: left } });
      if (after?.verdict !== 'enough') return undefined;
      return [
        evidenceOf('lost', 'lost', lost.value, lost),
        ...after.methods.map((method) => evidenceOf('methods.left', 'methods', method, registered)),
      ];
    },
    tooManyLost() {
      const { methods: registered, lost } = facts;
      if (registered.kind !== 'known' || lost.kind !== 'known' || methods()?.verdict === 'none') return undefined;
      const left = registered.value.filter((method) => !lost.value.includes(method));
      const after = usableMethods({ ...facts, methods: { ...registered, value: left } });
      if (left.length > 0 && (!after || after.verdict === 'enough')) return undefined;
      return lost.value.length > 0 ? [evidenceOf('lost', 'lost', lost.value, lost)] : undefined;
    },
    onlyAppAllowed() {
      const { allowed } = facts;
      if (allowed.kind !== 'known' || allowed.value.some((method) => method !== 'authenticator-app')) return undefined;
      return [evidenceOf('allowed.these', 'allowed', allowed.value, allowed)];
    },
    registrationChanged() {
      const { registrationChanged: changed } = facts;
      if (changed.kind !== 'known') return undefined;
      return [evidenceOf('registrationChanged', 'registrationChanged', changed.value, changed, changed.value)];
    },
    policyChanged(what) {
      const { policyChanges } = facts;
      if (policyChanges.kind !== 'known') return undefined;
      const found = policyChanges.value.find((one) => one.what === what && one.at <= now);
      return found && [evidenceOf(`policyChanges.${what}`, 'policyChanges', what, policyChanges, found.at)];
    },
  };
}

/** unfinished: given up, cancelled, or ended with an administrator asked · failed: the log gives no reason. */
function ended({ end, reason }: ResetTry, how: 'succeeded' | 'unfinished' | 'failed'): boolean {
  if (how === 'failed') return end === 'failed' && reason === null;
  if (how === 'succeeded') return end === 'succeeded';
  return end === 'abandoned' || end === 'cancelled' || end === 'asked-administrator' || end === 'under-way';
}
