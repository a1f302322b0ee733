import type { Delivery } from '../domain/ports/delivery.ts';
import type { StatusSource } from '../domain/ports/status-source.ts';
import type { Clock } from '../domain/ports/system.ts';
import { acsDelivery } from '../providers/delivery/azure/azure.ts';
import { acsStatus } from '../providers/delivery/azure/status.ts';
import { byCountry, type PhoneProvider, type Route, usualRoutes } from '../providers/delivery/by-country.ts';
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
export function openPhones(config: PhonesConfig, clock: Clock): Phones {
  const { publicUrl, twilio, azure, gateway, routes } = config;
  const statusUrl = `${publicUrl}/delivery/twilio/status`;
  const told = twilio && publicUrl !== undefined && twilio.authTokens.length > 0;
  const made: Readonly<Record<PhoneProvider, Delivery | undefined>> = {
    gateway: gateway && gatewayDelivery(gateway, clock),
    azure: azure && acsDelivery(azure, clock),
    twilio: twilio && twilioDelivery({ ...twilio, ...(told && { statusUrl }) }, clock),
  };
  const known = (routes ?? usualRoutes).flatMap(({ provider, ...route }): readonly Route[] => {
    const delivery = made[provider];
    return delivery ? [{ ...route, delivery }] : [];
  });
  return {
    deliveries: known.length > 0 ? [byCountry(known)] : [],
    statuses: [
      ...(azure && azure.statusSecrets.length > 0 ? [acsStatus(azure.statusSecrets)] : []),
      ...(told ? [twilioStatus(statusUrl, twilio.accountSid, twilio.authTokens)] : []),
      ...(gateway && gateway.statusSecrets.length > 0 ? [gatewayStatus(gateway.statusSecrets, clock)] : []),
    ],
  };
}
