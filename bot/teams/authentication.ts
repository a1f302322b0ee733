import { ConfigurationBotFrameworkAuthentication, ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import {
  type AuthenticateRequestResult,
  AuthenticationConstants,
  BotFrameworkAuthentication,
  type ClaimsIdentity,
  type ConnectorClient,
  ConnectorFactory,
  type ServiceClientCredentials,
  type UserTokenClient,
} from 'botframework-connector';
import { type IdentityWatch, refusalCode } from './identity.ts';

/** The bot's own identity towards Teams; undefined in local mode, where nobody asks for it. */
export interface BotIdentity {
  readonly appId: string;
  readonly appType: 'SingleTenant' | 'UserAssignedMSI';
  readonly appTenantId: string;
  readonly password?: string | undefined;
}

/** How many service addresses keep their connection; Teams has about one a region. */
const mostConnectors = 50;

/** The part of the SDK's credentials and clients that is used here. */
interface Tokens {
  getToken(anew?: boolean): Promise<string>;
}
interface Policy {
  readonly name: string;
  sendRequest(request: unknown, next: (request: unknown) => Promise<{ readonly status: number }>): unknown;
}
interface Piped {
  readonly client: {
    readonly pipeline: {
      addPolicy(policy: Policy, where: { readonly afterPhase: 'Retry' }): void;
      removePolicy(which: { readonly name: string }): readonly unknown[];
    };
  };
}

/** Tells the watch what Entra makes of the bot, at every token. */
class WatchedCredentials extends ConfigurationServiceClientCredentialFactory {
  private readonly watch: IdentityWatch;

  constructor(settings: object, watch: IdentityWatch) {
    super(settings);
    this.watch = watch;
  }

  override async createCredentials(
    ...given: Parameters<ConfigurationServiceClientCredentialFactory['createCredentials']>
  ): Promise<ServiceClientCredentials> {
    const made = await super.createCredentials(...given);
    const tokens = made as unknown as Tokens;
    const get = tokens.getToken.bind(tokens);
    tokens.getToken = async (anew) => {
      try {
        const token = await get(anew);
        this.watch.accepted('entra');
        return token;
      } catch (reason) {
        const code = refusalCode(reason);
        if (code !== undefined) this.watch.refused('entra', code);
        throw reason;
      }
    };
    return made;
  }
}

/** Tells the watch what Teams makes of the bot's token, at every answer. */
function watchAnswers(client: ConnectorClient, watch: IdentityWatch): ConnectorClient {
  const policy: Policy = {
    name: 'identity-watch',
    async sendRequest(request, next) {
      const answer = await next(request);
      if (answer.status === 401) watch.refused('teams', '401');
      else if (answer.status < 500) watch.accepted('teams');
      return answer;
    },
  };
  // Where an answer is still an answer: further out, one that is not a success is thrown.
  (client as unknown as Piped).client.pipeline.addPolicy(policy, { afterPhase: 'Retry' });
  return client;
}

/** The client of the SDK sends again whatever may have failed: for messages that go once at most, it does not. */
function sentOnce(client: ConnectorClient): ConnectorClient {
  const removed = (client as unknown as Piped).client.pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  if (removed.length !== 1) throw new TypeError('the connector has another way to send again');
  return client;
}

/** Keeps one connector for each service address: the SDK would build one for every turn. */
class KeptConnectors extends ConnectorFactory {
  private readonly inner: ConnectorFactory;
  private readonly watch: IdentityWatch;
  private readonly once: boolean;
  private readonly kept = new Map<string, Promise<ConnectorClient>>();

  constructor(inner: ConnectorFactory, watch: IdentityWatch, once: boolean) {
    super();
    this.inner = inner;
    this.watch = watch;
    this.once = once;
  }

  override create(serviceUrl: string, audience: string): Promise<ConnectorClient> {
    const key = `${serviceUrl} ${audience}`;
    const known = this.kept.get(key);
    if (known) return known;
    const made = this.inner
      .create(serviceUrl, audience)
      .then((client) => watchAnswers(this.once ? sentOnce(client) : client, this.watch));
    if (this.kept.size >= mostConnectors) this.kept.clear();
    this.kept.set(key, made);
    made.catch(() => this.kept.delete(key));
    return made;
  }
}

/**
 * What the SDK asks about identity. Requests are already let in or turned away by the token gate, which checks more than
 * the SDK does, so only the way out is left: connectors that carry the bot's own token.
 */
export class GatedAuthentication extends BotFrameworkAuthentication {
  private readonly inner: ConfigurationBotFrameworkAuthentication;
  private readonly watch: IdentityWatch;
  private readonly credentials: ConfigurationServiceClientCredentialFactory;
  private readonly appId: string;
  private readonly once: boolean;
  private connectors: KeptConnectors | undefined;

  /** @param once what may have gone is not sent again */
  constructor(identity: BotIdentity | undefined, watch: IdentityWatch, once = false) {
    super();
    this.watch = watch;
    this.once = once;
    this.appId = identity?.appId ?? '';
    const settings = identity
      ? {
          MicrosoftAppId: identity.appId,
          MicrosoftAppType: identity.appType,
          MicrosoftAppTenantId: identity.appTenantId,
          ...(identity.password ? { MicrosoftAppPassword: identity.password } : {}),
        }
      : {};
    this.credentials = identity
      ? new WatchedCredentials(settings, watch)
      : new ConfigurationServiceClientCredentialFactory(settings);
    this.inner = new ConfigurationBotFrameworkAuthentication(settings, this.credentials);
  }

  /** Asks for a token, or finds that the one at hand is good for a while yet; the watch hears of it. Never throws. */
  async prove(): Promise<void> {
    if (this.appId === '') return;
    try {
      const { ToChannelFromBotOAuthScope: scope, ToChannelFromBotLoginUrlPrefix: login } = AuthenticationConstants;
      const made = await this.credentials.createCredentials(this.appId, scope, login, true);
      await (made as unknown as Tokens).getToken();
    } catch {
      // The watch knows of a refusal; what else there is will pass, or be met again where it is in somebody's way.
    }
  }

  override createConnectorFactory(claims: ClaimsIdentity): ConnectorFactory {
    this.connectors ??= new KeptConnectors(this.inner.createConnectorFactory(claims), this.watch, this.once);
    return this.connectors;
  }

  /** Whom the bot's own token is made out to. */
  override getOriginatingAudience(): string {
    return AuthenticationConstants.ToChannelFromBotOAuthScope;
  }

  /** Only sign-in cards need one; this bot has none. */
  override async createUserTokenClient(): Promise<UserTokenClient> {
    return undefined as unknown as UserTokenClient;
  }

  override authenticateRequest(): Promise<AuthenticateRequestResult> {
    throw new TypeError('requests are let in by the token gate');
  }

  override authenticateStreamingRequest(): Promise<AuthenticateRequestResult> {
    throw new TypeError('streaming is not offered');
  }
}
