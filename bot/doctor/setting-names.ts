import { nearestName } from '../settings/nearest-name.ts';
import { type SettingName, settings } from '../settings/settings.ts';
import type { Finding } from './finding.ts';

const names = Object.keys(settings.shape) as SettingName[];

/** Names that begin so are meant for us, wherever they are set. */
const ours = /^(MicrosoftApp|TWILIO_|SMTP_|GRAPH_|GATEWAY_|AZURE_SMS_|MAIL_|PHONE_|SUPPORT_|METRICS_|PLAYGROUND)/i;
/** What an orchestrator sets for a service that happens to be named like one of ours (`GATEWAY_SERVICE_HOST`). */
const orchestrators = /_SERVICE_(HOST|PORT)|_PORT(_\d+_|$)/;
/** What may stand in a file of settings and is read by the runtime or its packages. */
const runtimes = /^(NODE_|npm_|AZURE_|OTEL_|PATH$|TZ$|LANG$|LC_|DEBUG$)|^(https?|all|no)_proxy$/i;

/**
 * Names that are set and not known: a misspelt setting is as good as none.
 * @param environment names of all that is set
 * @param file names that stand in `.env`, which is ours alone
 */
export function unknownNames(environment: readonly string[], file: readonly string[]): readonly Finding[] {
  const unknown = [...new Set([...environment, ...file])].filter(
    (name) => !(names as readonly string[]).includes(name),
  );
  return unknown.flatMap((name): readonly Finding[] => {
    const near = nearestName(name, names);
    const inFile = file.includes(name) && !runtimes.test(name);
    if (!inFile && near === undefined && (!ours.test(name) || orchestrators.test(name))) return [];
    const where = file.includes(name) ? `${name} in .env` : `${name} in the environment`;
    return [
      {
        id: 'setting-unknown',
        verdict: 'warning',
        says: `There is no setting ${name}; it does nothing.${near === undefined ? '' : ` Did you mean ${near}?`}`,
        where,
        fix:
          near === undefined
            ? 'take it away; .env.sample lists every setting.'
            : `rename it to ${near}, or take it away.`,
      },
    ];
  });
}

/** Settings that do nothing without another. */
const needs: readonly (readonly [name: SettingName, others: readonly SettingName[]])[] = [
  ['TEAMS_APP_ID', ['PUBLIC_HOST']],
  ['TAB_APP_ID', ['PUBLIC_HOST']],
  ['SUPPORT_SERVICE_URL', ['SUPPORT_CHANNEL']],
  ['TWILIO_AUTH_TOKEN', ['TWILIO_ACCOUNT_SID']],
  ['TWILIO_URL', ['TWILIO_ACCOUNT_SID']],
  ['GATEWAY_CHANNELS', ['GATEWAY_URL']],
  ['GATEWAY_BODY', ['GATEWAY_URL']],
  ['GATEWAY_FROM', ['GATEWAY_URL']],
  ['PHONE_ROUTES', ['GATEWAY_URL', 'AZURE_SMS_CONNECTION', 'TWILIO_ACCOUNT_SID']],
];

/** Settings that are known and do nothing as the others are. */
export function unusedSettings(given: Readonly<Record<string, string | undefined>>): readonly Finding[] {
  const has = (name: SettingName) => Boolean(given[name]?.trim());
  const idle = (name: SettingName, says: string, fix: string): readonly Finding[] =>
    has(name)
      ? [{ id: 'setting-unused', verdict: 'warning', says: `${name} does nothing: ${says}.`, where: name, fix }]
      : [];
  const found = needs.flatMap(([name, others]) =>
    others.some(has)
      ? []
      : idle(name, `${others.join(' or ')} is not set`, `set ${others.join(' or ')}, or take ${name} away.`),
  );
  if (!has('MicrosoftAppId')) return found;
  const managed = given.MicrosoftAppType?.trim() === 'UserAssignedMSI';
  return [
    ...found,
    ...idle('PLAYGROUND_PORT', 'the Playground is for local mode', 'take it away.'),
    ...(managed ? idle('MicrosoftAppPassword', 'a managed identity has no password', 'take it away.') : []),
  ];
}
