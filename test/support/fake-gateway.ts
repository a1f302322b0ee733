import type { TestContext } from 'node:test';
import type { Arrived } from '../contract/delivery.ts';
import { type FakeHttp, type Got, type Reply, startFake } from './fake-http.ts';

export const gatewaySecret = 'Bearer secret-of-a-gateway';

export interface FakeGateway extends FakeHttp {
  /** The bodies it took. */
  readonly taken: readonly Readonly<Record<string, string>>[];
  arrived(): readonly Arrived[];
}

/** A gateway that takes everything from whoever knows the secret, and gives no reference of its own. */
export async function startGateway(t: TestContext): Promise<FakeGateway> {
  const taken: { readonly key: string; readonly body: Record<string, string> }[] = [];

  function usual({ headers, body }: Got): Reply {
    if (headers.authorization !== gatewaySecret) return { status: 401 };
    taken.push({ key: headers['idempotency-key'] ?? '', body: JSON.parse(body) });
    return { status: 202, body: { queued: true } };
  }

  const fake = await startFake(t, usual);
  return {
    ...fake,
    get taken() {
      return taken.map(({ body }) => body);
    },
    arrived: () => taken.map(({ key, body }) => ({ to: body.to ?? '', text: body.text ?? '', mark: key })),
  };
}
