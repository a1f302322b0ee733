import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ticket } from '../../bot/domain/tickets/ticket.ts';
import { type BotOptions, person, type RunningBot, startBot } from './bot.ts';
import { actionsOf, demoTenant, type SeenCard, type TeamsClient, wordsOf } from './teams-client.ts';
import { startTeamConnector, type TeamConnector } from './tickets-connector.ts';
import { until } from './until.ts';

export const supportChannel = '19:support@thread.tacv2';
export const supportTeam = '19:general@thread.tacv2';

/** Supporters by number: 1 is listed in the policy, 2 and 3 are in the channel, 4 is nobody. */
export const supporters = [901, 902, 903, 904].map(person);

export interface SupportScene {
  readonly running: RunningBot;
  readonly connector: TeamConnector;
  /** A supporter's client, in the thread of a ticket's card or in the channel. */
  supporter(number: 1 | 2 | 3 | 4, card?: SeenCard & { conversation: string }): TeamsClient;
  /** The cards in the channel as they are now, oldest first. */
  board(): readonly (SeenCard & { readonly conversation: string })[];
  tickets(): Promise<readonly Ticket[]>;
  /** Waits until the card in the channel says this. */
  shows(words: RegExp): Promise<SeenCard & { conversation: string }>;
  stop(): Promise<void>;
}

export interface SupportOptions extends BotOptions {
  /** The supporters' organisation. */
  readonly tenantId?: string;
  /** Mail addresses of the first tier; one unless told. */
  readonly mails?: readonly string[];
}

/** The whole bot with a support channel, chosen by a supporter. */
export async function supportScene(options: SupportOptions = {}): Promise<SupportScene> {
  const { tenantId = demoTenant, mails = ['it@example.org'] } = options;
  const folder = await mkdtemp(join(tmpdir(), 'support-policy-'));
  const file = join(folder, 'policy.json');
  await writeFile(file, JSON.stringify({ support: { supporters: [supporters[0]], tiers: [mails] } }));
  const connector = await startTeamConnector();
  for (const one of supporters.slice(1, 3)) connector.members.add(one);
  const running = await startBot({ ...options, connector, env: { POLICY_FILE: file, ...options.env } });

  function supporter(number: 1 | 2 | 3 | 4, card?: { conversation: string }): TeamsClient {
    const conversation = card?.conversation ?? supportChannel;
    const client = running.client({ objectId: supporters[number - 1] ?? '', conversation });
    const envelope = (more: object) => ({
      ...client.envelope(more),
      from: { id: `29:${supporters[number - 1]}`, name: `Supporter ${number}`, aadObjectId: supporters[number - 1] },
      conversation: { id: conversation, conversationType: 'channel', isGroup: true, tenantId },
      channelData: { tenant: { id: tenantId }, team: { id: supportTeam }, channel: { id: supportChannel } },
    });
    const press = (verb: string, typed: object, on: SeenCard, kind: 'invoke' | 'message') => {
      const action = actionsOf(on.content).find((one) => one.verb === verb);
      if (!action) throw new Error(`no button ${verb} on: ${wordsOf(on.content)}`);
      const data = { ...action.data, ...typed };
      return kind === 'invoke'
        ? envelope({ type: 'invoke', name: 'adaptiveCard/action', value: { action: { verb, data } }, replyToId: on.id })
        : envelope({ type: 'message', value: data, replyToId: on.id });
    };
    return {
      ...client,
      envelope,
      type: (text) => client.deliver(envelope({ type: 'message', text })),
      async click(verb, typed = {}, on = client.latest()) {
        // What is done less often stands on the second view of the same card.
        const has = (one: string) => actionsOf(on.content).some((action) => action.verb === one);
        if (has(verb) || !has('support-more')) return client.deliver(press(verb, typed, on, 'invoke'));
        const { body } = await client.deliver(press('support-more', {}, on, 'invoke'));
        const { value: content } = body as { readonly value: SeenCard['content'] };
        return client.deliver(press(verb, typed, { ...on, content }, 'invoke'));
      },
      submit: (verb, typed = {}, on = client.latest()) => client.deliver(press(verb, typed, on, 'message')),
    };
  }

  function board() {
    const seen = new Map<string, SeenCard & { conversation: string }>();
    for (const { conversation, id, activity } of connector.posted) {
      const content = activity.attachments?.[0]?.content as Record<string, unknown> | undefined;
      if (content && conversation.startsWith(supportChannel)) seen.set(id, { id, conversation, content });
    }
    return [...seen.values()];
  }

  async function tickets(): Promise<readonly Ticket[]> {
    const { ids } = await running.records.find('ticket', { field: 'every', equals: 1, limit: 100 });
    const all = await Promise.all(ids.map((id) => running.records.read('ticket', id)));
    return all.filter((one) => one !== undefined).sort((one, other) => one.number - other.number);
  }

  async function shows(words: RegExp) {
    const found = () => board().find(({ content }) => words.test(wordsOf(content)));
    await until(`a card in the channel says ${words}`, () => found() !== undefined);
    const card = found();
    if (!card) throw new Error('it was gone again');
    return card;
  }

  await supporter(1).type('Use this channel');
  return {
    running,
    connector,
    supporter,
    board,
    tickets,
    shows,
    async stop() {
      await running.stop();
      await rm(folder, { recursive: true });
    },
  };
}
