import { passingTime, type Time } from '../deadline.ts';
import type { Delivery } from '../domain/ports/delivery.ts';
import type { StatusSource } from '../domain/ports/status-source.ts';
import type { Clock } from '../domain/ports/system.ts';
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
