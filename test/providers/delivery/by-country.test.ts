import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Channel, Delivery } from '../../../bot/domain/ports/delivery.ts';
import {
  byCountry,
  callSender,
  readRoutes,
  readSenders,
  senderFor,
  textSender,
} from '../../../bot/providers/delivery/by-country.ts';
import { messageOn } from '../../contract/delivery.ts';
import { patience } from '../../support/until.ts';

function road(name: string, channels: readonly Channel[]): Delivery {
  return { channels, send: async (message) => ({ kind: 'accepted', reference: `${name} ${message.letter}` }) };
}

const both = ['text', 'call'] as const;
const routes = [
  { countries: ['SE', 'NO'], channels: ['text'], delivery: road('nordic', ['text']) },
  { countries: ['SE'], channels: both, delivery: road('swedish', ['call']) },
  { countries: 'all', channels: ['text'], delivery: road('world', both) },
] as const;

async function way(channel: Channel, to: string): Promise<string> {
  const sent = await byCountry(routes).send(messageOn(channel, { to, letter: 'x' }), AbortSignal.timeout(patience));
  return sent.kind === 'accepted' ? sent.reference : sent.reason;
}

test('a message takes the first road that knows its country and carries its channel', async () => {
  assert.equal(await way('text', '+46701234567'), 'nordic x');
  assert.equal(await way('text', '+4740612345'), 'nordic x');
  assert.equal(await way('call', '+46701234567'), 'swedish x');
  assert.equal(await way('text', '+12065550100'), 'world x');
  assert.equal(await way('call', '+12065550100'), 'no provider for call to US');
});

test('a number of no one country takes the road for all, and so does one that can not be read', async () => {
  assert.equal(await way('text', '+883510000000'), 'world x');
  assert.equal(await way('text', 'kim'), 'world x', 'whose provider refuses it');
  assert.equal(await way('call', 'kim'), 'no provider for call to nowhere');
});

test('what it offers is what its roads carry together, as far as they are asked to', () => {
  assert.deepEqual(byCountry(routes).channels, ['text', 'call']);
  assert.deepEqual(byCountry(routes.slice(2)).channels, ['text'], 'the world road would carry calls, but is not asked');
  assert.deepEqual(byCountry([]).channels, []);
});

test('e-mail takes the road for all', async () => {
  const mail = { countries: 'all', channels: ['email'], delivery: road('mail', ['email']) } as const;
  const sent = await byCountry([...routes, mail]).send(messageOn('email'), AbortSignal.timeout(patience));
  assert.deepEqual(sent, { kind: 'accepted', reference: 'mail email-letter' });
});

test('a sender is the one of the country, else the one for all, else none', () => {
  const senders = { SE: 'swedish', '*': 'other' };
  assert.equal(senderFor(senders, '+46701234567'), 'swedish');
  assert.equal(senderFor(senders, '+4740612345'), 'other');
  assert.equal(senderFor(senders, '+883510000000'), 'other');
  assert.equal(senderFor({ SE: 'swedish' }, '+4740612345'), undefined);
});

test('senders are read from one line', () => {
  const service = `MG${'0a'.repeat(16)}`;
  const read = (text: string) => readSenders(text, textSender);
  assert.deepEqual(read('+46701234567'), { value: { '*': '+46701234567' } });
  assert.deepEqual(read(`SE:Reset Ready, US:${service} ,*:72345`), {
    value: { SE: 'Reset Ready', US: service, '*': '72345' },
  });
  const shape = 'must be +46701234567, or a comma list of SE:+46701234567';
  for (const text of [
    '',
    ',',
    'SE:',
    'se:+46701234567',
    '0701234567',
    'SE:Twelve chars',
    'SE:Å',
    'SE:Two\nlines',
    '12',
  ]) {
    assert.deepEqual(read(text), { problem: shape }, text);
  }
  assert.deepEqual(read('SE:72345,SE:72346'), { problem: 'names SE twice' });
  assert.ok('problem' in readSenders('Reset Ready', callSender), 'nobody can call a name back');
});

test('roads are read from one line, in their order', () => {
  assert.deepEqual(readRoutes('SE/text:gateway, NO:azure,*/call:twilio'), {
    value: [
      { countries: ['SE'], channels: ['text'], provider: 'gateway' },
      { countries: ['NO'], channels: ['text', 'call'], provider: 'azure' },
      { countries: 'all', channels: ['call'], provider: 'twilio' },
    ],
  });
  for (const text of ['', 'twilio', 'se:twilio', 'SE/email:twilio', 'SE:acme', 'SE:twilio,', 'SE:constructor']) {
    const problem = 'must be a comma list such as SE/text:gateway,*:twilio (twilio, azure, gateway)';
    assert.deepEqual(readRoutes(text), { problem }, text);
  }
});
