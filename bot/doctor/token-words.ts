import type { Token } from '../providers/directory/graph/token.ts';
import type { Finding } from './finding.ts';

/** What the codes of the token service mean. Source: Microsoft Learn, "Microsoft Entra authentication and authorization error codes". */
const meanings: Readonly<Record<string, readonly [says: string, fix: string]>> = {
  AADSTS7000215: [
    'the client secret is not the right one',
    'copy the value of the secret (not its id) into GRAPH_CLIENT_SECRET or its file.',
  ],
  AADSTS7000222: [
    'the client secret has expired',
    'make a new one (App registrations > your app > Certificates & secrets). In a file it is found without a restart.',
  ],
  AADSTS700016: [
    'the directory does not know the app',
    'check GRAPH_CLIENT_ID and GRAPH_TENANT_ID, and that an administrator has given consent.',
  ],
  AADSTS90002: ['there is no such directory', 'check GRAPH_TENANT_ID, and GRAPH_URL if you are in a national cloud.'],
  AADSTS900023: ['there is no such directory', 'check GRAPH_TENANT_ID.'],
  AADSTS700027: [
    'the certificate is not registered with the app, or not valid any more',
    'upload it (App registrations > your app > Certificates & secrets), or name another file in GRAPH_CERTIFICATE_FILE.',
  ],
  AADSTS700024: [
    'our proof is not valid at this time',
    "set this machine's clock right, and check the dates of the certificate.",
  ],
  AADSTS7000112: ['the app is switched off', 'switch it on (Enterprise applications > your app > Properties).'],
  AADSTS70021: [
    'no federated identity of the app fits',
    'check issuer, subject and audience of its federated credential.',
  ],
  AADSTS700213: [
    'no federated identity of the app fits',
    'check issuer, subject and audience of its federated credential.',
  ],
  ENOENT: ['the file with the secret or certificate is not there', 'check the path in the settings.'],
  EACCES: ['the file with the secret or certificate may not be read', 'let the account that runs the bot read it.'],
};

/** What asking for a token came to, in words. */
export function tokenFinding(token: Token): Finding {
  if (token.kind === 'token')
    return { id: 'token', verdict: 'good', says: 'The directory lets the app in: a token was given.' };
  const { why, code = '' } = token;
  const named = code === '' ? '' : ` (${code})`;
  if (why === 'rejected') {
    const [says, fix] = meanings[code] ?? [
      'it does not take our proof',
      'check GRAPH_CLIENT_ID, GRAPH_TENANT_ID and the secret, certificate or identity.',
    ];
    return { id: 'token', verdict: 'problem', says: `The app is not let in: ${says}${named}.`, fix };
  }
  const says =
    why === 'late' ? 'The token service did not answer in time.' : `The token service was not reached${named}.`;
  return {
    id: 'token',
    verdict: 'problem',
    says,
    fix: 'let this machine reach the token service over HTTPS (https://login.microsoftonline.com, or GRAPH_AUTHORITY), and check GRAPH_TENANT_ID: an unknown one can look the same.',
  };
}
