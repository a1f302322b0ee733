import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Connector, Posted, SentActivity } from './connector.ts';

/** The part of Teams that a bot in a team calls: threads in channels, messages, changes of them, members. */
export interface TeamConnector extends Connector {
  /** Object ids of the members of every channel. */
  readonly members: Set<string>;
  /** Conversations with a roster of their own, by name. */
  readonly rosters: Map<string, ReadonlySet<string>>;
  /** What Teams says of a member besides, by object id. */
  readonly accounts: Map<string, { readonly tenantId?: string; readonly userRole?: string }>;
  /** Object ids of those who are asked for by another name. */
  readonly names: Map<string, string>;
  /** What asking for a member comes to instead. */
  membersFail: number | undefined;
  /** How often it was asked to post or change something, whatever came of it. */
  tries: number;
}

/** In the place of a status: the line is cut before there is an answer. */
export const cutOff = 0;

/** What a new thread holds is posted as sent to `<channel>;messageid=<id>`. */
export async function startTeamConnector(): Promise<TeamConnector> {
  const posted: Posted[] = [];
  let count = 0;
  const connector: TeamConnector & { url: string } = {
    url: '',
    posted,
    members: new Set(),
    rosters: new Map(),
    accounts: new Map(),
    names: new Map(),
    membersFail: undefined,
    tries: 0,
    fail: () => undefined,
    close: () => new Promise<void>((resolve) => server.close(() => resolve()).closeAllConnections()),
  };

  function answer(response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}): void {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(body));
  }

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, , , conversation = '', part = '', old = ''] = (request.url ?? '')
      .replace(/^\/teams(?=\/)/, '')
      .split('/')
      .map(decodeURIComponent);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = JSON.parse(Buffer.concat(chunks).toString() || '{}');
    if (part === 'members') {
      if (connector.membersFail) return answer(response, connector.membersFail, {});
      const objectId = connector.names.get(old) ?? old.replace(/^29:/, '');
      const roster = connector.rosters.get(conversation) ?? connector.members;
      return roster.has(objectId)
        ? answer(response, 200, { id: `29:${objectId}`, aadObjectId: objectId, ...connector.accounts.get(objectId) })
        : answer(response, 404, { error: { code: 'MemberNotFoundInConversation' } });
    }
    const begins = conversation === '';
    const kind = request.method === 'PUT' ? 'updated' : 'sent';
    const channel: string = begins ? body.channelData.channel.id : conversation;
    const activity: SentActivity = begins ? body.activity : body;
    connector.tries += 1;
    const refusal = await connector.fail({ kind, conversation: channel, activity });
    if (refusal?.status === cutOff) return void request.socket.destroy();
    if (refusal && !refusal.arrives) return answer(response, refusal.status, {}, refusal.headers);
    count += 1;
    const id = kind === 'updated' ? old : `m${count}`;
    const where = begins ? `${channel};messageid=${id}` : conversation;
    posted.push({ kind, conversation: where, id, activity });
    return answer(response, refusal?.status ?? 200, refusal ? {} : { id: begins ? where : id }, refusal?.headers);
  }

  const server = createServer((request, response) => void take(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  connector.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return connector;
}
