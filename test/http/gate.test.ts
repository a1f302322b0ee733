import assert from 'node:assert/strict';
import { test } from 'node:test';
import { activityFrom } from '../../bot/http/activity.ts';
import type { Caller } from '../../bot/http/caller.ts';
import { localGate } from '../../bot/http/gate.ts';
import { rawHttp } from '../support/raw-http.ts';
import { serve } from '../support/serve.ts';
import { teamsMessage } from '../support/teams-message.ts';

const neighbour: Caller = {
  authorization: undefined,
  address: '127.0.0.1',
  host: 'localhost:3978',
  origin: undefined,
  forwarded: false,
};

const cases: readonly (readonly [string, Partial<Caller>, boolean])[] = [
  ['a program on this machine', {}, true],
  ['a program on this machine over IPv6', { address: '::1', host: '[::1]:3978' }, true],
  ['a program on this machine over IPv4 in IPv6', { address: '::ffff:127.0.0.1', host: '127.0.0.1' }, true],
  ['a page of this machine', { origin: 'http://localhost:56150' }, true],
  ['another machine', { address: '192.168.1.7' }, false],
  ['another machine over IPv4 in IPv6', { address: '::ffff:192.168.1.7' }, false],
  ['a socket without an address', { address: undefined }, false],
  ['a page whose name was made to point here', { host: 'rebound.example:3978' }, false],
  ['a name that only begins like loopback', { host: '127.0.0.1.rebound.example' }, false],
  ['a request without a Host', { host: undefined }, false],
  ['a page of the web', { origin: 'https://page.example' }, false],
  ['a page without a name', { origin: 'null' }, false],
  ['a proxy or tunnel', { forwarded: true }, false],
];
for (const [who, caller, passes] of cases) {
  test(`local mode ${passes ? 'lets in' : 'keeps out'} ${who}`, async () => {
    const result = await localGate({ ...neighbour, ...caller });
    assert.equal(result.kind, passes ? 'passed' : 'refused');
  });
}

test('local mode answers to this machine only', async () => {
  const passed = await localGate(neighbour);
  assert.ok(passed.kind === 'passed');
  const admitted = (serviceUrl: string) => {
    const activity = activityFrom(teamsMessage(serviceUrl, 'Tenant'));
    assert.ok(activity, serviceUrl);
    return passed.admit(activity);
  };
  for (const url of ['http://localhost:56150/_connector', 'http://127.0.0.1:9/', 'https://[::1]/']) {
    assert.deepEqual(admitted(url), { kind: 'accepted' });
  }
  for (const url of ['https://smba.trafficmanager.net/', 'http://localhost.example/', 'http://127.0.0.1.example/']) {
    assert.deepEqual(admitted(url), { kind: 'refused', reason: 'foreign-service-url' });
  }
});

test('a request that came through a tunnel is recognised by its headers', async (t) => {
  const served = await serve(t);
  const request = (header: string) =>
    rawHttp(
      served.port,
      `POST /api/messages HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 0\r\n${header}\r\n`,
    );
  assert.equal((await request('')).status, 415);
  for (const header of [
    'X-Forwarded-For: 1.2.3.4',
    'Forwarded: for=1.2.3.4',
    'Via: 1.1 tunnel',
    'Origin: https://page.example',
  ]) {
    assert.equal((await request(`${header}\r\n`)).status, 401, header);
  }
});
