import { model } from '../../bot/understanding/model.ts';
import type { Connector, SentActivity } from './connector.ts';

/** A card as it stands in the chat. */
export interface SeenCard {
  readonly id: string;
  readonly content: Record<string, unknown>;
}

export interface ClientOptions {
  readonly botUrl: string;
  readonly connector: Connector;
  readonly conversation?: string;
  readonly objectId?: string;
  readonly tenantId?: string;
  readonly locale?: string;
  /** What each request says of who sends it; nothing unless told. */
  readonly authorization?: () => Promise<string>;
}

export const demoTenant = '00000000-0000-0000-0000-0000000000aa';

let made = 0;

/** A person with a Teams client: types, clicks, and sees what the bot put in the chat. */
export function teamsClient(options: ClientOptions) {
  made += 1;
  const client = made;
  const { connector, botUrl } = options;
  const conversation = options.conversation ?? `a:chat-${made}`;
  const tenantId = options.tenantId ?? demoTenant;
  /** Cards that came as answers of clicks; `after` so many posts of the bot. */
  const answers: (SeenCard & { readonly after: number })[] = [];
  let acts = 0;
  let clock = Date.UTC(2026, 10, 23, 8) + client;

  function envelope(more: object): Record<string, unknown> {
    acts += 1;
    clock += 1_000;
    return {
      id: `${conversation}/${client}/${acts}`,
      timestamp: new Date(clock).toISOString(),
      channelId: 'msteams',
      serviceUrl: connector.url,
      from: { id: `29:${options.objectId ?? 'nobody'}`, name: 'Somebody', aadObjectId: options.objectId },
      recipient: { id: '28:bot', name: 'reset-ready' },
      conversation: { id: conversation, conversationType: 'personal', tenantId },
      channelData: { tenant: { id: tenantId } },
      locale: options.locale ?? 'en-US',
      ...more,
    };
  }

  /** Posts an activity as it is; answers the HTTP status and body. */
  async function post(activity: object): Promise<{ status: number; body: unknown }> {
    const response = await fetch(`${botUrl}/api/messages`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(options.authorization && { authorization: await options.authorization() }),
      },
      body: JSON.stringify(activity),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  }

  const mine = () => connector.posted.filter((one) => one.conversation === conversation);

  /** All cards in the chat in the order they were sent, as they look now. */
  function cards(): readonly SeenCard[] {
    const seen = new Map<string, Record<string, unknown>>();
    let answered = 0;
    const answersBefore = (count: number) => {
      for (; (answers[answered]?.after ?? count) < count; answered += 1) {
        const { id, content } = answers[answered] as SeenCard;
        seen.set(id, content);
      }
    };
    for (const [position, { id, conversation: chat, activity }] of connector.posted.entries()) {
      const card = chat === conversation ? cardOf(activity) : undefined;
      if (!card) continue;
      answersBefore(position + 1);
      seen.set(id, card);
    }
    answersBefore(Number.POSITIVE_INFINITY);
    return [...seen].map(([id, content]) => ({ id, content }));
  }

  const latest = (): SeenCard => {
    const card = cards().at(-1);
    if (!card) throw new Error('there is no card in the chat');
    return card;
  };

  /** Delivers an activity as the channel does, and puts the card that answers a click in its place. */
  async function deliver(activity: Record<string, unknown>) {
    const answer = await post(activity);
    const body = answer.body as { type?: string; value?: Record<string, unknown> } | undefined;
    if (body?.type === 'application/vnd.microsoft.card.adaptive' && body.value) {
      answers.push({ id: String(activity.replyToId), content: body.value, after: connector.posted.length });
    }
    return { ...answer, activity };
  }

  function data(verb: string, typed: Typed, card: SeenCard): Record<string, unknown> {
    const action = actionsOf(card.content).find((one) => one.verb === verb);
    if (!action) throw new Error(`no button ${verb} on: ${wordsOf(card.content)}`);
    return { ...action.data, ...typed };
  }

  /** The click on the button of a verb, with what is typed into the inputs, on the newest card or a given one. */
  function press(verb: string, typed: Typed = {}, card = latest()) {
    const value = { action: { type: 'Action.Execute', verb, data: data(verb, typed, card) }, trigger: 'manual' };
    return envelope({ type: 'invoke', name: 'adaptiveCard/action', value, replyToId: card.id });
  }

  return {
    conversation,
    envelope,
    post,
    deliver,
    cards,
    latest,
    press,
    /** The same click from a client that does not know `Action.Execute`. */
    submit: (verb: string, typed: Typed = {}, card = latest()) =>
      deliver(envelope({ type: 'message', value: data(verb, typed, card), replyToId: card.id })),
    /** What the bot said in plain messages. */
    texts: () => mine().flatMap(({ activity }) => (activity.text ? [activity.text] : [])),
    install: () => deliver(envelope({ type: 'installationUpdate', action: 'add' })),
    type(text: string) {
      // A bot learns at its start, before anybody has typed. On a slow machine, a turn that has to wait for it ends too late.
      model();
      return deliver(envelope({ type: 'message', text }));
    },
    click: (verb: string, typed: Typed = {}, card = latest(), more: object = {}) =>
      deliver({ ...press(verb, typed, card), ...more }),
  };
}

export type TeamsClient = ReturnType<typeof teamsClient>;

/** What is typed into the inputs of a card, by their ids. */
type Typed = Readonly<Record<string, unknown>>;

export interface CardAction {
  readonly verb: string;
  readonly title: string;
  readonly data: Record<string, unknown>;
}

export function actionsOf(card: Record<string, unknown>): readonly CardAction[] {
  const inside = Array.isArray(card.body) ? card.body.flatMap((part) => actionsIn(part)) : [];
  return [...inside, ...(Array.isArray(card.actions) ? (card.actions as CardAction[]) : [])];
}

/** The buttons of rows, which stand in the body. */
function actionsIn(part: unknown): readonly CardAction[] {
  if (typeof part !== 'object' || part === null) return [];
  const { actions, items, columns } = part as { readonly [key: string]: unknown };
  const inner = [items, columns].flatMap((parts) => (Array.isArray(parts) ? parts.flatMap(actionsIn) : []));
  return [...inner, ...(Array.isArray(actions) ? (actions as CardAction[]) : [])];
}

function cardOf(activity: SentActivity): Record<string, unknown> | undefined {
  const attachment = activity.attachments?.find((one) => one.contentType === 'application/vnd.microsoft.card.adaptive');
  return attachment?.content as Record<string, unknown> | undefined;
}

/** The sentence that answers a click instead of a card. */
export function sentenceIn(body: unknown): string {
  const { type, value } = (body ?? {}) as { type?: string; value?: unknown };
  if (type !== 'application/vnd.microsoft.activity.message') throw new Error(`answered with ${type}, not in words`);
  return String(value);
}

/** What people are told when something of ours is broken. */
export const calm =
  /^Something went wrong on my side\. Nothing you entered is lost\. Please try again\. Reference: [0-9A-F]{8}\.$/;

/** Every word a card shows, for looking things up in it. */
export function wordsOf(card: unknown): string {
  if (Array.isArray(card)) return card.map(wordsOf).join('\n');
  if (typeof card !== 'object' || card === null) return '';
  const { text, title, label, value, placeholder, actions, ...rest } = card as Record<string, unknown>;
  const own = [text, title, label, value, placeholder].filter((word) => typeof word === 'string').join('\n');
  return [own, ...Object.values(rest).map(wordsOf), wordsOf(actions)].filter((word) => word !== '').join('\n');
}

/** The newest card with this button: what is told beside it may be newer. */
export function withButton(chat: TeamsClient, verb: string): SeenCard | undefined {
  return chat.cards().findLast(({ content }) => actionsOf(content).some((action) => action.verb === verb));
}
