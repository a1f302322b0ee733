import { allowedMethods, channelsOf, methodsRequired, type Policy, withChannels } from '../domain/policy.ts';
import type { Channel } from '../domain/ports/delivery.ts';
import { verifiedDomains } from '../providers/directory/graph/organisation.ts';
import type { Reader } from '../providers/directory/graph/reader.ts';
import type { CheckFinding } from './examination.ts';

/** What the policy stands on, in this set-up. */
export interface PolicyGrounds {
  readonly policy: Policy;
  /** What a code or a notice can travel by. */
  readonly channels: readonly Channel[];
  /** A channel in Teams where supporters see tickets; not-seen: the records were not looked into. */
  readonly supportChannel: 'there' | 'none' | 'not-seen';
  /** Where methods are kept: link sends people to Microsoft's page, which sends its own codes. */
  readonly registration: 'here' | 'link' | 'write';
}

/** Whether people can get ready and find help by this policy, as the bot is set up. */
export function policyFindings(standing: PolicyGrounds): readonly CheckFinding[] {
  return [...ways(standing), ...support(standing), ...reachable(standing.policy)];
}

const names: Readonly<Record<Channel, string>> = { text: 'text messages', call: 'calls', email: 'mails' };

function ways({ policy, channels, registration }: PolicyGrounds): readonly CheckFinding[] {
  const wanted = new Set(allowedMethods(policy, false).flatMap((method) => channelsOf(policy, method)));
  const lacking = [...wanted].filter((channel) => !channels.includes(channel));
  const where = 'SMTP_URL, GRAPH_MAIL_SENDER, TWILIO_…, AZURE_SMS_…, GATEWAY_…';
  const fix = 'set a mail server or a mailbox, and a provider for texts; or take these ways out of the policy.';
  const found: CheckFinding[] = [];
  if (wanted.size > 0 && lacking.length === wanted.size) {
    const verdict = registration === 'link' ? 'warning' : 'problem';
    const says =
      'There is no way to send a code: neither mails nor texts nor calls are set up. Nobody can prove a phone or a mailbox, and no notice goes out.';
    found.push({ id: 'no-way', verdict, says, where, fix });
  } else if (lacking.length > 0) {
    const says = `The policy offers ${lacking.map((one) => names[one]).join(' and ')}, which nothing carries: they are not offered.`;
    found.push({ id: 'way-missing', verdict: 'note', says, where, fix });
  }
  const kept = withChannels(policy, channels);
  const possible = allowedMethods(kept, false).length;
  const required = methodsRequired(policy, false);
  if (registration !== 'link' && possible < required) {
    const says = `A reset takes ${required} ${required === 1 ? 'method' : 'methods'}, and by what is set up only ${possible} can be registered: nobody can get ready.`;
    found.push({ id: 'ways-too-few', verdict: 'problem', says, where: `methodsRequired in the policy; ${where}`, fix });
  }
  return found.length > 0
    ? found
    : [{ id: 'ways', verdict: 'good', says: 'Every way of the policy to send a code is set up.' }];
}

/** A request for help goes to a channel in Teams, and by mail to the tiers. */
function support({ policy, channels, supportChannel }: PolicyGrounds): readonly CheckFinding[] {
  const { tiers, supporters } = policy.support;
  const mailed = tiers.length > 0 && channels.includes('email');
  const choosing = '@Reset ready use this channel';
  if (supportChannel === 'there' || mailed) {
    if (supportChannel === 'none' && supporters.length === 0) {
      const says = 'Tickets go by mail alone, and nobody may choose a support channel: the policy names no supporter.';
      const fix =
        'put the directory id of whoever shall choose it into support.supporters, or set SUPPORT_TEAM and SUPPORT_CHANNEL.';
      return [{ id: 'support-no-supporter', verdict: 'warning', says, where: 'support.supporters in the policy', fix }];
    }
    return [{ id: 'support', verdict: 'good', says: 'A request for help reaches somebody.' }];
  }
  const where = 'support.tiers and support.supporters in the policy; SUPPORT_CHANNEL, SUPPORT_TEAM';
  if (supportChannel === 'not-seen') {
    const says = 'No ticket goes by mail; whether a support channel is chosen could not be looked at.';
    return [{ id: 'support-not-seen', verdict: 'note', says, where }];
  }
  const why =
    tiers.length > 0 ? 'support.tiers names mailboxes, but nothing sends mails' : 'support.tiers names no mailbox';
  const says = `A request for help reaches nobody: no support channel is chosen, and ${why}.`;
  const fix =
    supporters.length > 0
      ? `name a mailbox in support.tiers (with a way to send mails), or let a supporter write "${choosing}" in the channel.`
      : `name a mailbox in support.tiers (with a way to send mails), or put somebody into support.supporters, who then writes "${choosing}" in the channel.`;
  return [{ id: 'support-nobody', verdict: 'problem', says, where, fix }];
}

function reachable({ contact, countries, phone, officePhone }: Policy): readonly CheckFinding[] {
  const found: CheckFinding[] = [];
  if (contact.name === '' && contact.address === '') {
    const says = 'The policy names no contact: where the bot can not help it says "IT support", and no address.';
    found.push({ id: 'contact', verdict: 'note', says, where: 'contact in the policy' });
  }
  if (countries === 'all' && (phone.allowed || officePhone.allowed)) {
    const says =
      'Codes go to numbers of every country. Where your people are in a few, listing them keeps costs from being run up.';
    found.push({ id: 'countries', verdict: 'note', says, where: 'countries in the policy' });
  }
  return found;
}

/**
 * Whether the bot knows which mail domains are the organisation's own: without them a colleague's mailbox would count as
 * one that can be opened without the password. @param reader of the directory; left out: there is none
 */
export async function checkOwnDomains(
  { ownDomains }: Pick<Policy, 'ownDomains'>,
  reader: Reader | undefined,
  signal: AbortSignal,
): Promise<CheckFinding> {
  const read = reader && (await verifiedDomains(reader, signal));
  const all = new Set([...ownDomains, ...(read ?? [])]);
  if (all.size > 0) {
    const said = all.size === 1 ? 'one mail domain' : `${all.size} mail domains`;
    return { id: 'own-domains', verdict: 'good', says: `The organisation's own: ${said}.` };
  }
  return {
    id: 'own-domains',
    verdict: 'problem',
    says: "Nobody knows which mail domains are the organisation's own, so a colleague's mailbox counts as a private one.",
    where: 'ownDomains in the policy',
    fix: `name them in the policy (ownDomains)${reader ? ', or give the app Domain.Read.All' : ''}.`,
  };
}
