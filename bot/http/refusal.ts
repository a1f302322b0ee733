import type { Clock } from '../domain/ports/system.ts';
import { createThrottle } from '../domain/throttle.ts';
import { minute } from '../domain/time.ts';
import type { Log } from '../log.ts';

/** Why a body was not taken. */
export const bodyRefusals = [
  'encoding',
  'media-type',
  'too-large',
  'too-slow',
  'broken-off',
  'not-utf8',
  'not-json',
  'not-an-object',
  'too-deep',
  'unsafe-key',
  'shape',
] as const;
export type BodyRefusal = (typeof bodyRefusals)[number];

/** Why nobody was let in. For metrics and logs only: the caller gets the same answer for each. */
export const gateRefusals = [
  'no-token',
  'metadata-down',
  'unknown-key',
  'bad-token',
  'expired',
  'not-yet-valid',
  'other-audience',
  'other-issuer',
  'other-channel',
  'not-endorsed',
  'other-service-url',
  'foreign-service-url',
  'other-tenant',
  'other-client',
  'not-this-machine',
] as const;
export type GateRefusal = (typeof gateRefusals)[number];

export type Refusal = BodyRefusal | GateRefusal | 'closing';

/** What somebody who runs the bot looks at when people are kept out. Only `no-token` can be anybody on the internet. */
const looks: Readonly<Record<Exclude<Refusal, 'closing'>, string>> = {
  'no-token': 'not Teams: somebody knocks, or a proxy takes the Authorization header away',
  'metadata-down': 'the keys of Teams can not be read: firewall, proxy, certificates',
  'unknown-key': 'a token signed by a key that Teams in the cloud of CLOUD does not list: another cloud, or forged',
  'bad-token': 'a token that is damaged or forged',
  expired: 'the clock of this machine may be fast, or the token was replayed',
  'not-yet-valid': 'the clock of this machine may be slow',
  'other-audience':
    'MicrosoftAppId is not the bot that Teams talks to, or its messaging endpoint belongs to another bot',
  'other-issuer': 'a token that another cloud issued than the one CLOUD names, or forged',
  'other-channel': 'a channel other than Teams is switched on in the bot registration',
  'not-endorsed': 'the key that signed may not speak for Teams: another channel, or forged',
  'other-service-url': 'the token was made for another service address than the message: forged',
  'foreign-service-url': 'Teams wants to be answered at a host that the cloud of CLOUD does not have: in GCC it is gcc',
  'other-tenant': 'TENANTS does not list the tenant these people are of',
  'other-client': 'a token for the tab that was not issued to Teams: another app asked for it',
  'not-this-machine': 'local mode takes calls from this machine only, without a proxy',
  encoding: 'a body that is compressed',
  'media-type': 'a body that is not JSON',
  'too-large': 'a body over the limit',
  'too-slow': 'a body that did not arrive in time: network or proxy',
  'broken-off': 'a body that broke off: network or proxy',
  'not-utf8': 'a body that is not UTF-8',
  'not-json': 'a body that is not JSON',
  'not-an-object': 'a body that is not a JSON object',
  'too-deep': 'a body nested too deep',
  'unsafe-key': 'a body with a key that is not taken',
  shape: 'an activity without what every activity of Teams has',
};

/** Nobody is kept out in silence: one warning a minute and reason, with how many there were and what to look at. */
export function createRefusalWarnings(log: Log, clock: Clock): (reason: Exclude<Refusal, 'closing'>) => void {
  const seldom = createThrottle<Refusal>(minute, clock);
  return (reason) => {
    const count = seldom(reason);
    if (count !== undefined) log.warn('kept out', { reason, count, look: looks[reason] });
  };
}
