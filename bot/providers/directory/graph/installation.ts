import { z } from 'zod';
import type { AppInstaller, Installed } from '../../../domain/ports/campaign.ts';
import { hour, type Instant } from '../../../domain/time.ts';
import type { GraphClient } from './client.ts';
import { createCache, createReader, type Page, type Wanted } from './reader.ts';
import { grantedIn, type TokenSource } from './token.ts';
import { personPath } from './user.ts';

/** Rights that let an app install itself for people; any of them will do. Source: Microsoft Learn, "Install app for user". */
const rights = [
  'TeamsAppInstallation.ReadWriteSelfForUser.All',
  'TeamsAppInstallation.ReadWriteForUser.All',
  'TeamsAppInstallation.ManageSelectedForUser.All',
  'TeamsAppInstallation.ReadWriteAndConsentSelfForUser.All',
  'TeamsAppInstallation.ReadWriteAndConsentForUser.All',
];

const apps = z.object({
  value: z.array(z.object({ id: z.string(), externalId: z.string().nullish() })),
  '@odata.nextLink': z.string().optional(),
});
const installations = z.object({
  value: z.array(z.object({ id: z.string() })),
  '@odata.nextLink': z.string().optional(),
});
const chat = z.object({ id: z.string() });

/** How long what was found out about the right and the catalogue is taken for true. */
const known = hour;

/** The app in the organisation's catalogue. Permission: AppCatalog.Read.All. Source: Microsoft Learn, "List teamsApp". */
function appsBy(externalId: string): Wanted<Page<z.infer<typeof apps>['value'][number]>> {
  const path = `/appCatalogs/teamsApps?$filter=${encodeURIComponent(`externalId eq '${externalId}'`)}&$select=id,externalId`;
  return { call: { what: 'app catalogue', workload: 'installations', path }, schema: apps, maxAge: 0 };
}

/**
 * Installs this app in the personal scope, and finds the chat that comes with it. The app that asks has to be the one that
 * the manifest names under `webApplicationInfo`. Sources: Microsoft Learn, "Install app for user", "Get chat" and "Send
 * proactive installation messages".
 * @param externalId the app's id in its manifest
 */
export function graphInstaller(client: GraphClient, tokens: TokenSource, externalId: string): AppInstaller {
  const { time } = client;
  const reader = createReader(client, createCache(time.now), 'background');
  let looked: { readonly at: Instant; readonly id: string | undefined; readonly sure: boolean } | undefined;

  async function appId(signal: AbortSignal): Promise<string | undefined> {
    if (looked && time.now() - looked.at < known) return looked.id;
    const token = await tokens.get(signal);
    const given = token.kind === 'token' ? grantedIn(token.token) : [];
    // A token in another form tells nothing: then Graph itself is asked.
    const may = given === undefined || given.some((one) => rights.includes(one));
    const found = may ? await reader.all(appsBy(externalId), signal) : undefined;
    const id = found?.kind === 'read' ? found.value[0]?.id : undefined;
    looked = { at: time.now(), id, sure: given !== undefined };
    return id;
  }

  return {
    ready: async (signal) => (await appId(signal)) !== undefined,

    async install({ objectId }, signal): Promise<Installed> {
      const id = await appId(signal);
      if (id === undefined) return { kind: 'later', after: known };
      const answer = await client.call(
        {
          what: 'app installation',
          workload: 'installations',
          method: 'POST',
          path: `${personPath(objectId)}/teamwork/installedApps`,
          body: { 'teamsApp@odata.bind': `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${id}` },
          urgency: 'background',
        },
        signal,
      );
      switch (answer.kind) {
        case 'done':
          return { kind: 'installed' };
        case 'absent':
          return { kind: 'refused' };
        case 'unavailable':
          return { kind: 'later', ...('after' in answer && answer.after !== undefined && { after: answer.after }) };
        case 'refused':
          // 409: they have it. Their policy, or no licence for Teams, may forbid it; where nobody knows of the right, so may that.
          if (answer.status === 409) return { kind: 'installed' };
          return answer.status === 403 && looked?.sure ? { kind: 'refused' } : { kind: 'later' };
      }
    },

    async chatOf({ objectId }, signal) {
      const filter = encodeURIComponent(`teamsApp/externalId eq '${externalId}'`);
      const path = `${personPath(objectId)}/teamwork/installedApps?$expand=teamsApp&$filter=${filter}&$select=id`;
      const call = { what: 'installed app', workload: 'installations', path } as const;
      const installed = await reader.all({ call, schema: installations, maxAge: 0 }, signal);
      if (installed.kind === 'absent') return { kind: 'none' };
      if (installed.kind === 'unread') return { kind: 'later' };
      const [first] = installed.value;
      if (!first) return { kind: 'none' };
      const one = `${personPath(objectId)}/teamwork/installedApps/${encodeURIComponent(first.id)}/chat?$select=id`;
      const wanted = { call: { ...call, what: 'chat of the app', path: one }, schema: chat, maxAge: 0 };
      const found = await reader.one(wanted, signal);
      if (found.kind === 'read') return { kind: 'chat', chat: found.value.id };
      return found.kind === 'absent' ? { kind: 'none' } : { kind: 'later' };
    },
  };
}
