import { passingTime, type Time } from '../deadline.ts';
import type { StatusReport } from '../domain/outbox/delivery-status.ts';
import { createStatusTracker } from '../domain/outbox/person-letters.ts';
import type { Delivery } from '../domain/ports/delivery.ts';
import type { StatusSource } from '../domain/ports/status-source.ts';
import type { Store } from '../domain/ports/store.ts';
import type { Clock } from '../domain/ports/system.ts';
import { createStatusRoute } from '../http/delivery-status.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { pacedDelivery } from '../providers/budget/paced-delivery.ts';
import { azureDelivery } from '../providers/delivery/azure/azure.ts';
import { azureStatus } from '../providers/delivery/azure/status.ts';
import {
  byCountry,
  type PhoneProvider,
  phoneProviders,
  type Route,
  usualRoutes,
} from '../providers/delivery/by-country.ts';
import { gatewayDelivery } from '../providers/delivery/gateway/gateway.ts';
import { gatewayStatus } from '../providers/delivery/gateway/status.ts';
import { twilioStatus } from '../providers/delivery/twilio/status.ts';
import { twilioDelivery } from '../providers/delivery/twilio/twilio.ts';
import type { PhonesConfig } from '../settings/config.ts';

export interface Phones {
  /** None when no provider is set. */
  readonly deliveries: readonly Delivery[];
  readonly statuses: readonly StatusSource[];
}

/** The road to phones that the settings describe, and who tells of it. */
export function openPhones(
  config: PhonesConfig,
  clock: Clock,
  time: Pick<Time, 'now' | 'alarm'> = passingTime,
): Phones {
  const { publicUrl, twilio, azure, gateway, routes, limits } = config;
  const statusUrl = `${publicUrl}/delivery/twilio/status`;
  const told = twilio && publicUrl !== undefined && twilio.authTokens.length > 0;
  const made: Readonly<Record<PhoneProvider, Delivery | undefined>> = {
    gateway: gateway && gatewayDelivery(gateway, clock),
    azure: azure && azureDelivery(azure, clock),
    twilio: twilio && twilioDelivery({ ...twilio, ...(told && { statusUrl }) }, clock),
  };
  // One line a provider, however many routes lead to it. What others count, they count by the time that passes.
  const lines: Partial<Record<PhoneProvider, Delivery>> = {};
  for (const provider of phoneProviders) {
    const [delivery, most] = [made[provider], limits[provider]];
    if (delivery && most) lines[provider] = pacedDelivery({ ...delivery, limits: most }, time);
  }
  const known = (routes ?? usualRoutes).flatMap(({ provider, ...route }): readonly Route[] => {
    const delivery = made[provider];
    return delivery ? [{ ...route, delivery: lines[provider] ?? delivery }] : [];
  });
  return {
    deliveries: known.length > 0 ? [byCountry(known)] : [],
    statuses: [
      ...(azure && azure.statusSecrets.length > 0 ? [azureStatus(azure.statusSecrets)] : []),
      ...(told ? [twilioStatus(statusUrl, twilio.accountSid, twilio.authTokens)] : []),
      ...(gateway && gateway.statusSecrets.length > 0 ? [gatewayStatus(gateway.statusSecrets, clock)] : []),
    ],
  };
}

interface StatusRouteParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly metrics: Metrics;
  readonly log: Log;
  /** What a report says may call for a letter. */
  readonly nudge: () => void;
}

/** Where providers tell what became of their messages, by path. */
export function statusRoutes(
  sources: readonly StatusSource[],
  { store, clock, metrics, log, nudge }: StatusRouteParts,
) {
  const track = createStatusTracker(store, clock);
  return sources.map((source) => {
    const note = async (report: StatusReport) => {
      const noted = await track(report);
      nudge();
      return noted;
    };
    const route = createStatusRoute({ source, note, counted: metrics.statusCame, log });
    return [`/delivery/${source.name}/status`, route] as const;
  });
}
