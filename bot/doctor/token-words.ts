import type { AppProof, Token } from '../providers/directory/graph/token.ts';
import type { Finding } from './finding.ts';

/** Which of the bot's two identities is meant, and the settings that make it. */
export interface IdentityNames {
  readonly id: 'token' | 'bot-token';
  /** `The app`, `The bot`. */
  readonly who: string;
  readonly app: string;
  readonly tenant: string;
  /** What proves it. */
  readonly secret: string;
}

const directoryApp: IdentityNames = {
  id: 'token',
  who: 'The app',
  app: 'GRAPH_CLIENT_ID',
  tenant: 'GRAPH_TENANT_ID',
  secret: 'GRAPH_CLIENT_SECRET',
};

export const botItself: IdentityNames = {
  id: 'bot-token',
  who: 'The bot',
  app: 'MicrosoftAppId',
  tenant: 'MicrosoftAppTenantId',
  secret: 'MicrosoftAppPassword',
};

type Meaning = (names: IdentityNames) => readonly [says: string, where: string, fix: string];

const noDirectory: Meaning = ({ tenant }) => [
  'there is no such directory',
  tenant,
  `check ${tenant}, and the addresses of the cloud if you are in a national one.`,
];

const noFederation: Meaning = ({ app }) => [
  'no federated identity of the app fits',
  app,
  'check issuer, subject and audience of its federated credential.',
];

/** What the codes of the token service mean. Source: Microsoft Learn, "Microsoft Entra authentication and authorization error codes". */
const meanings: Readonly<Record<string, Meaning>> = {
  AADSTS7000215: ({ secret }) => [
    'the client secret is not the right one',
    secret,
    `copy the value of the secret (not its id) into ${secret}.`,
  ],
  AADSTS7000222: ({ secret }) => [
    'the client secret has expired',
    secret,
    `make a new one (App registrations > your app > Certificates & secrets) and set it. ${secret.endsWith('_FILE') ? 'In a file it is found without a restart.' : 'Then start the bot again.'}`,
  ],
  AADSTS700016: ({ app, tenant }) => [
    'the directory does not know the app',
    `${app}, ${tenant}`,
    `check ${app} and ${tenant}, and that an administrator has given consent.`,
  ],
  AADSTS90002: noDirectory,
  AADSTS900023: noDirectory,
  AADSTS900021: noDirectory,
  AADSTS700027: () => [
    'the certificate is not registered with the app, or not valid any more',
    'GRAPH_CERTIFICATE_FILE',
    'upload it (App registrations > your app > Certificates & secrets), or name another file in GRAPH_CERTIFICATE_FILE.',
  ],
  AADSTS700024: () => [
    'our proof is not valid at this time',
    'the clock of this machine',
    "set this machine's clock right, and check the dates of the certificate.",
  ],
  AADSTS7000112: ({ app }) => [
    'the app is switched off',
    app,
    'switch it on (Enterprise applications > your app > Properties).',
  ],
  AADSTS70021: noFederation,
  AADSTS700213: noFederation,
  ENOENT: ({ secret }) => [`the file of ${secret} is not there`, secret, 'check the path in the settings.'],
  EACCES: ({ secret }) => [
    `the file of ${secret} may not be read`,
    secret,
    'let the account that runs the bot read it.',
  ],
};

const unknownMeaning: Meaning = ({ app, tenant, secret }) => [
  'it does not take our proof',
  `${app}, ${tenant}`,
  `check ${app}, ${tenant} and ${secret}.`,
];

/** The directory's app, with the setting that proves it. */
export function namesOf({ kind }: AppProof): IdentityNames {
  return { ...directoryApp, secret: proofSettings[kind] };
}

const proofSettings: Readonly<Record<AppProof['kind'], string>> = {
  secret: 'GRAPH_CLIENT_SECRET',
  'secret-file': 'GRAPH_CLIENT_SECRET_FILE',
  certificate: 'GRAPH_CERTIFICATE_FILE',
  'managed-identity': 'GRAPH_MANAGED_IDENTITY',
  'workload-identity': 'GRAPH_TOKEN_FILE',
};

/** What asking for a token came to, in words. */
export function tokenFinding(token: Token, names: IdentityNames = directoryApp): Finding {
  const { id, who, tenant } = names;
  if (token.kind === 'token') {
    const by = id === 'token' ? 'The directory lets the app in' : 'Teams will take what the bot says';
    return { id, verdict: 'good', says: `${by}: a token was given.` };
  }
  const { why, code = '' } = token;
  const named = code === '' ? '' : ` (${code})`;
  if (why === 'rejected') {
    const [says, where, fix] = (meanings[code] ?? unknownMeaning)(names);
    return { id, verdict: 'problem', says: `${who} is not let in: ${says}${named}.`, where, fix };
  }
  const says =
    why === 'late' ? 'The token service did not answer in time.' : `The token service was not reached${named}.`;
  return {
    id,
    verdict: 'problem',
    says,
    where: id === 'token' ? 'GRAPH_AUTHORITY, firewall, proxy' : 'firewall, proxy',
    fix: `let this machine reach the token service over HTTPS (https://login.microsoftonline.com, or the one of your cloud), and check ${tenant}: an unknown one can look the same.`,
  };
}
