import type { TestContext } from 'node:test';
import type { TokenSource } from '../../bot/providers/directory/graph/token.ts';
import { type BotOptions, person, type RunningBot, startBotWith } from './bot.ts';
import { passingSince } from './clock.ts';
import { type FakeGraph, startGraph } from './fake-graph.ts';
import { goodPerson, goodTenant, type TenantPerson } from './graph-tenant.ts';
import { demoTenant } from './teams-client.ts';

const token: TokenSource = { get: async () => ({ kind: 'token', token: 'a-token' }), refuse: () => undefined };

export interface GraphBot extends RunningBot {
  readonly graph: FakeGraph;
  /** Employee number one as the tenant holds them. */
  readonly kim: TenantPerson;
}

/** As the Playground knows its people. */
export const robin = {
  objectId: '7e57ed00-0000-4000-8000-000000000001',
  tenantId: '7e57ed00-0000-4000-8000-000000000000',
};

/** Nobody has registered anything yet, and the office phone is theirs alone. */
export function newcomer(id = person(1), more: Partial<TenantPerson> = {}): TenantPerson {
  const one = goodPerson({ phones: [], email: null, ...more });
  const user = { ...one.user, id, mobilePhone: null, otherMails: [], businessPhones: [], preferredLanguage: null };
  const report = { ...one.report, id, isSsprRegistered: false, isSsprCapable: false, methodsRegistered: [] };
  return { ...one, user, report: more.report === undefined ? report : more.report };
}

/** The whole bot on an organisation's own directory, which is the fake Graph; only the token is made here. */
export async function startGraphBot(
  t: TestContext,
  mode: 'link' | 'write',
  kim = newcomer(),
  options: BotOptions = {},
  tenantId = demoTenant,
): Promise<GraphBot> {
  const graph = await startGraph(t, goodTenant(kim));
  const env = {
    DIRECTORY: mode,
    GRAPH_URL: graph.base,
    GRAPH_TENANT_ID: tenantId,
    GRAPH_CLIENT_ID: tenantId,
    GRAPH_CLIENT_SECRET: 'unused',
    ...options.env,
  };
  const bot = await startBotWith({ clock: passingSince(Date.UTC(2026, 10, 23, 9)), ...options, env, tokens: token });
  t.after(() => bot.stop());
  return Object.assign(bot, { graph, kim });
}
