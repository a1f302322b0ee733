import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Activity,
  CloudAdapterBase,
  type ConversationReference,
  type InvokeResponse,
  type ResourceResponse,
  type TurnContext,
} from 'botbuilder';
import type { Alarm } from '../deadline.ts';
import type { BotIdentity } from './authentication.ts';
import { GatedAuthentication } from './authentication.ts';
import { inTurn, timed } from './deadline.ts';
import { type IdentityWatch, unwatched } from './identity.ts';

type Logic = (context: TurnContext) => Promise<void>;

/** Waits before the tries after the first, ms. Short: the turn has to end. */
const waits = [200, 600] as const;

/**
 * A service address like those Teams gives; each region has its own.
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference
 */
const anywhere = 'https://smba.trafficmanager.net/teams/';

/** The SDK's adapter behind our own token gate. */
export class TeamsAdapter extends CloudAdapterBase {
  private readonly appId: string;
  private readonly chance: () => number;
  private readonly alarm: Alarm | undefined;
  /** Asks Entra whether the bot is who it says, without sending anything. Never throws. */
  readonly prove: () => Promise<void>;

  /**
   * @param chance in [0, 1), for jitter
   * @param alarm rings when a turn has to end; that of the machine unless told
   * @param once what may have gone is not sent again
   */
  constructor(
    identity: BotIdentity | undefined,
    chance: () => number,
    {
      watch = unwatched,
      alarm,
      once = false,
    }: { readonly watch?: IdentityWatch; readonly alarm?: Alarm | undefined; readonly once?: boolean } = {},
  ) {
    const authentication = new GatedAuthentication(identity, watch, once);
    super(authentication);
    this.prove = () => authentication.prove();
    this.appId = identity?.appId ?? '';
    this.chance = chance;
    this.alarm = alarm;
  }

  /** Makes a connector as the first turn would. It calls nobody. */
  async warmUp(): Promise<void> {
    const { botFrameworkAuthentication: authentication } = this;
    const factory = authentication.createConnectorFactory(this.createClaimsIdentity(this.appId));
    await factory.create(anywhere, authentication.getOriginatingAudience());
  }

  /** One turn of an activity that the gate has let in. */
  receive(activity: Activity, logic: Logic): Promise<InvokeResponse | undefined> {
    const claimsIdentity = this.createClaimsIdentity(this.appId);
    const audience = this.botFrameworkAuthentication.getOriginatingAudience();
    const connectorFactory = this.botFrameworkAuthentication.createConnectorFactory(claimsIdentity);
    return this.processActivity({ claimsIdentity, audience, connectorFactory }, activity, (context) =>
      timed(context, () => logic(context), this.alarm),
    );
  }

  /** A turn nobody asked for, in a chat that is known. */
  async reach(reference: Partial<ConversationReference>, logic: Logic): Promise<void> {
    await this.continueConversationAsync(this.createClaimsIdentity(this.appId), reference, (context) =>
      timed(context, () => logic(context), this.alarm),
    );
  }

  override sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    return this.patiently(context, () => super.sendActivities(context, activities));
  }

  override async updateActivity(context: TurnContext, activity: Partial<Activity>) {
    return this.patiently(context, () => super.updateActivity(context, activity));
  }

  /**
   * Tries again what the SDK's client does not: 412, and 429 without a Retry-After header. The client itself waits as
   * long as the channel says or hangs: no longer than the turn may last.
   */
  private async patiently<T>(context: TurnContext, work: () => Promise<T>): Promise<T> {
    for (const wait of waits) {
      try {
        return await inTurn(context, work());
      } catch (reason) {
        if (!passes(reason)) throw reason;
        await inTurn(context, sleep(wait * (0.5 + this.chance())));
      }
    }
    return inTurn(context, work());
  }
}

function passes(reason: unknown): boolean {
  const status = statusOf(reason);
  return status === 412 || status === 429;
}

/** HTTP status of a connector's refusal, if it is one. */
export function statusOf(reason: unknown): number | undefined {
  const status = reason instanceof Error && 'statusCode' in reason ? reason.statusCode : undefined;
  return typeof status === 'number' ? status : undefined;
}
