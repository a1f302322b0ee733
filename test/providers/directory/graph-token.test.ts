import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import {
  ClientCertificateCredential,
  ClientSecretCredential,
  ManagedIdentityCredential,
  type TokenCredential,
  WorkloadIdentityCredential,
} from '@azure/identity';
import { createTokenSource, openCredential, scopeOf } from '../../../bot/providers/directory/graph/token.ts';
import { authorityOf, clouds } from '../../../bot/settings/clouds.ts';
import { handClock } from '../../support/clock.ts';
import { never } from '../../support/graph-parts.ts';
import { tenantId } from '../../support/graph-tenant.ts';

const scope = 'https://graph.microsoft.com/.default';

/** A credential that gives tokens of an hour, or throws what it is told to. */
function fakeCredential(now: () => number) {
  const state = { asked: 0, opened: 0, fail: undefined as Error | undefined };
  const credential: TokenCredential = {
    async getToken(scopes) {
      state.asked += 1;
      assert.equal(scopes, scope);
      if (state.fail) throw state.fail;
      return { token: `token ${state.asked}`, expiresOnTimestamp: now() + 3_600_000 };
    },
  };
  const open = async () => {
    state.opened += 1;
    return credential;
  };
  return { state, open };
}

test('a token is kept until five minutes before its end', async () => {
  const clock = handClock();
  const { state, open } = fakeCredential(clock);
  const source = createTokenSource(open, scope, clock);
  for (let count = 0; count < 5; count += 1) assert.equal((await source.get(never())).kind, 'token');
  clock.turn(3_299_999);
  assert.deepEqual(await source.get(never()), { kind: 'token', token: 'token 1' });
  clock.turn(1);
  assert.deepEqual(await source.get(never()), { kind: 'token', token: 'token 2' });
  assert.deepEqual([state.asked, state.opened], [2, 1]);
});

test('after a refusal secret or certificate are read anew, so that a new one is found without a restart', async () => {
  const clock = handClock();
  const { state, open } = fakeCredential(clock);
  const source = createTokenSource(open, scope, clock);
  state.fail = new Error('AADSTS7000222: The provided client secret keys for app … are expired. kim@example.org');
  assert.deepEqual(await source.get(never()), { kind: 'no-token', why: 'rejected', code: 'AADSTS7000222' });
  state.fail = undefined;
  assert.equal((await source.get(never())).kind, 'token');
  assert.equal(state.opened, 2);
  source.refuse();
  assert.deepEqual(await source.get(never()), { kind: 'token', token: 'token 3' });
  assert.equal(state.opened, 3);
});

for (const [error, problem] of [
  [
    Object.assign(new Error('getaddrinfo ENOTFOUND login.example'), { code: 'ENOTFOUND' }),
    { why: 'unreachable', code: 'ENOTFOUND' },
  ],
  [new Error('connect ECONNREFUSED 127.0.0.1:1'), { why: 'unreachable', code: 'ECONNREFUSED' }],
  [Object.assign(new Error('no such file'), { code: 'ENOENT' }), { why: 'rejected', code: 'ENOENT' }],
  [new Error('something about kim@example.org'), { why: 'rejected' }],
] as const) {
  test(`"${error.message}" is told by a code, never by its words`, async () => {
    const { state, open } = fakeCredential(Date.now);
    state.fail = error;
    assert.deepEqual(await createTokenSource(open, scope, Date.now).get(never()), { kind: 'no-token', ...problem });
  });
}

test('a credential that hangs is given up when the signal says so, and not forgotten', async () => {
  let opened = 0;
  const open = async (): Promise<TokenCredential> => {
    opened += 1;
    return { getToken: () => new Promise(() => undefined) };
  };
  const source = createTokenSource(open, scope, handClock());
  for (let count = 0; count < 2; count += 1) {
    const control = new AbortController();
    const token = source.get(control.signal);
    control.abort();
    assert.deepEqual(await token, { kind: 'no-token', why: 'late' });
  }
  assert.equal(opened, 1);
});

function folder(t: TestContext): string {
  const made = mkdtempSync(join(tmpdir(), 'graph-token-'));
  t.after(() => rmSync(made, { recursive: true }));
  return made;
}

test('each kind of proof opens the official credential made for it', async (t) => {
  const file = join(folder(t), 'secret');
  writeFileSync(file, ' a-secret\n');
  const authority = 'https://login.microsoftonline.us';
  const opened = (proof: Parameters<typeof openCredential>[0]['proof']) =>
    openCredential({ tenantId, proof, authority });
  const id = '22222222-2222-4222-8222-222222222222';
  assert.ok((await opened({ kind: 'secret', id, secret: 'x' })) instanceof ClientSecretCredential);
  assert.ok((await opened({ kind: 'secret-file', id, file })) instanceof ClientSecretCredential);
  assert.ok((await opened({ kind: 'certificate', id, file })) instanceof ClientCertificateCredential);
  assert.ok((await opened({ kind: 'managed-identity' })) instanceof ManagedIdentityCredential);
  assert.ok((await opened({ kind: 'managed-identity', id })) instanceof ManagedIdentityCredential);
  assert.ok((await opened({ kind: 'workload-identity', id, file })) instanceof WorkloadIdentityCredential);
});

test('a certificate file that is missing, or is none, is a rejected proof with nothing of it told', async (t) => {
  const file = join(folder(t), 'app.pem');
  const proof = { kind: 'certificate', id: '22222222-2222-4222-8222-222222222222', file } as const;
  const identity = { tenantId, proof, authority: 'https://127.0.0.1:1' };
  const source = createTokenSource(() => openCredential(identity), scope, Date.now);
  assert.deepEqual(await source.get(never()), { kind: 'no-token', why: 'rejected', code: 'ENOENT' });
  writeFileSync(file, 'this is no certificate');
  const second = await source.get(never());
  assert.ok(second.kind === 'no-token' && second.why === 'rejected', JSON.stringify(second));
});

test('a token service that is not there is told from one that does not take our proof', async () => {
  const proof = { kind: 'secret', id: '22222222-2222-4222-8222-222222222222', secret: 'x' } as const;
  const identity = { tenantId, proof, authority: 'https://127.0.0.1:1' };
  const source = createTokenSource(() => openCredential(identity), scope, Date.now);
  const token = await source.get(never());
  assert.ok(token.kind === 'no-token' && token.why === 'unreachable', JSON.stringify(token));
});

test('national clouds have their own token service and scope', () => {
  assert.equal(authorityOf('https://graph.microsoft.com/v1.0', clouds.public), 'https://login.microsoftonline.com');
  assert.equal(authorityOf('https://graph.microsoft.us/v1.0', clouds.public), 'https://login.microsoftonline.us');
  assert.equal(
    authorityOf('https://microsoftgraph.chinacloudapi.cn/v1.0', clouds.public),
    'https://login.chinacloudapi.cn',
  );
  assert.equal(scopeOf('https://graph.microsoft.us/v1.0'), 'https://graph.microsoft.us/.default');
});
