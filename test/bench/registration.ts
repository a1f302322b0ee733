import type { Client } from './client.ts';
import type { Connector } from './connector.ts';
import { activity, type Employee } from './person.ts';

/** Activities in one registration. */
export const turnsPerRegistration = 9;

/**
 * A whole registration: a phone and a mailbox, each with its code. Clicks and typed messages take turns as they do with
 * people. Throws when it does not end with two methods ready.
 * @param codeFor waits for the code that was sent to an address
 */
export async function register(
  client: Client,
  connector: Connector,
  me: Employee,
  codeFor: (address: string) => Promise<string>,
): Promise<void> {
  const send = (more: object) => client.post(activity(connector.url, me, more));
  const type = (text: string) => send({ type: 'message', text });
  const click = (verb: string, data: object = {}) => {
    const action = { type: 'Action.Execute', verb, data: { ...data, verb } };
    const value = { action, trigger: 'manual' };
    const replyToId = connector.card(me.conversation).id;
    return send({ type: 'invoke', name: 'adaptiveCard/action', value, replyToId });
  };

  await send({ type: 'installationUpdate', action: 'add' });
  await click('start');
  await click('take', { method: 'authentication-phone' });
  await click('phone', { number: me.phone, country: 'SE', channel: 'text' });
  await type(await codeFor(me.e164));
  await click('take', { method: 'authentication-email' });
  await type(me.email);
  const code = await codeFor(me.email);
  const challenge = /"challenge":"(\w+)"/.exec(connector.card(me.conversation).text)?.[1];
  await click('code', { challenge, code });
  const home = await click('done');
  if (!home.includes('2 of 2 methods ready')) throw new Error(`not ready at the end: ${home.slice(0, 500)}`);
}

/** As many turns of small talk with a bot that repeats what it hears. */
export async function chat(client: Client, connector: Connector, me: Employee): Promise<void> {
  for (let turn = 1; turn <= turnsPerRegistration; turn += 1) {
    await client.post(activity(connector.url, me, { type: 'message', text: `Hello number ${turn}` }));
  }
}
