import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkOwnDomains } from '../../../bot/doctor/policy-checks.ts';
import { defaultPolicy, withOwnDomains } from '../../../bot/domain/policy.ts';
import { hour, minute, second } from '../../../bot/domain/time.ts';
import { ownDomainsSource } from '../../../bot/providers/directory/graph/organisation.ts';
import { graphBench, never } from '../../support/graph-parts.ts';
import { goodTenant } from '../../support/graph-tenant.ts';

const contoso = () => ({
  ...goodTenant(),
  domains: {
    'Contoso.example': 'Managed',
    'fabrikam.example': 'Federated',
    'contoso.onmicrosoft.com': 'Managed',
  } as const,
  unverified: ['not-ours.example'],
});
const own = ['contoso.example', 'fabrikam.example', 'contoso.onmicrosoft.com'];
const asked = ({ path }: { readonly path: string }) => path.startsWith('/domains?');

test('the own domains are those the organisation has shown to be its own', async (t) => {
  const { reader, time } = await graphBench(t, contoso());
  assert.deepEqual(await ownDomainsSource(reader, time)(), own);
});

test('they are read once an hour, and nobody but the first waits for that', async (t) => {
  const { reader, time, graph } = await graphBench(t, contoso());
  const source = ownDomainsSource(reader, time);
  await Promise.all([source(), source(), source()]);
  time.turn(hour - second);
  await source();
  assert.equal(graph.got.filter(asked).length, 1);
  time.turn(second);
  graph.fault = (got) => (asked(got) ? 'hang' : undefined);
  const arrived = graph.asked(asked);
  assert.deepEqual(await source(), own);
  await arrived;
  time.turn(minute);
});

test('while they can not be read the last ones stay, and Graph is asked once a minute', async (t) => {
  const { reader, time, graph } = await graphBench(t, contoso());
  const source = ownDomainsSource(reader, time);
  await source();
  graph.missing.add('Domain.Read.All');
  const tried = async (later: number) => {
    const next = graph.asked(asked);
    time.turn(later);
    assert.deepEqual(await source(), own);
    await next;
  };
  await tried(hour);
  assert.deepEqual(await source(), own);
  await tried(minute);
  assert.equal(graph.got.filter(asked).length, 3);
});

test('the list of the policy adds to them, and every first domain is somebody’s own', () => {
  const policy = { ...defaultPolicy, ownDomains: ['brand.example', 'contoso.example'] };
  assert.deepEqual(withOwnDomains(policy, ['contoso.example']).ownDomains, [
    'brand.example',
    'contoso.example',
    'onmicrosoft.com',
  ]);
  assert.deepEqual(withOwnDomains(defaultPolicy, []).ownDomains, ['onmicrosoft.com']);
});

test('the doctor calls it a problem when nobody knows the own domains, and only then', async (t) => {
  const { reader, graph } = await graphBench(t, contoso());
  const named = { ...defaultPolicy, ownDomains: ['contoso.example'] };
  const verdict = async (...given: readonly [typeof defaultPolicy, typeof reader | undefined]) =>
    (await checkOwnDomains(...given, never())).verdict;
  assert.equal(await verdict(defaultPolicy, reader), 'good');
  assert.equal(await verdict(named, undefined), 'good');
  assert.equal(await verdict(defaultPolicy, undefined), 'problem');
  graph.missing.add('Domain.Read.All');
  assert.equal(await verdict(named, reader), 'good');
  const found = await checkOwnDomains(defaultPolicy, reader, never());
  assert.equal(found.verdict, 'problem');
  assert.match(found.fix ?? '', /ownDomains.*Domain\.Read\.All/);
});
