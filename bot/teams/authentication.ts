import { ConfigurationBotFrameworkAuthentication, ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import {
  type AuthenticateRequestResult,
  AuthenticationConstants,
  BotFrameworkAuthentication,
  type ClaimsIdentity,
  type ConnectorClient,
  ConnectorFactory,
  type UserTokenClient,
} from 'botframework-connector';

/** The bot's own identity towards Teams; undefined in local mode, where nobody asks for it. */
export interface BotIdentity {
  readonly appId: string;
  readonly appType: 'SingleTenant' | 'UserAssignedMSI';
  readonly appTenantId: string;
  readonly password?: string | undefined;
}

/** How many service addresses keep their connection; Teams has about one a region. */
const mostConnectors = 50;

/** Keeps one connector for each service address: the SDK would build one for every turn. */
class KeptConnectors extends ConnectorFactory {
  private readonly inner: ConnectorFactory;
  private readonly kept = new Map<string, Promise<ConnectorClient>>();

  constructor(inner: ConnectorFactory) {
    super();
    this.inner = inner;
  }

  override create(serviceUrl: string, audience: string): Promise<ConnectorClient> {
    const key = `${serviceUrl} ${audience}`;
    const known = this.kept.get(key);
    if (known) return known;
    const made = this.inner.create(serviceUrl, audience);
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
  private connectors: KeptConnectors | undefined;

  constructor(identity: BotIdentity | undefined) {
    super();
    const settings = identity
      ? {
          MicrosoftAppId: identity.appId,
          MicrosoftAppType: identity.appType,
          MicrosoftAppTenantId: identity.appTenantId,
          ...(identity.password ? { MicrosoftAppPassword: identity.password } : {}),
        }
      : {};
    this.inner = new ConfigurationBotFrameworkAuthentication(
      settings,
      new ConfigurationServiceClientCredentialFactory(settings),
    );
  }

  override createConnectorFactory(claims: ClaimsIdentity): ConnectorFactory {
    this.connectors ??= new KeptConnectors(this.inner.createConnectorFactory(claims));
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
